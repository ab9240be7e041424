// The contract that a new project begins with: one channel, one event, and what to know about them.

/** AsyncAPI 3.0 as YAML; `schema` is the editor's, from the contract's folder. */
export function contractTemplate(
  name: string,
  { generate, check, schema }: { generate: string; check: string; schema?: string | undefined },
): string {
  const modeline = schema === undefined ? "" : `# yaml-language-server: $schema=${schema}\n`;
  return `${modeline}# The contract: every channel and every event between your backend and your pages.
# After each edit: ${generate}
# In CI: ${check} (fails when the generated code is not what this file says)
asyncapi: 3.0.0
info:
  title: '${name} events'
  version: 1.0.0
defaultContentType: application/json

channels:
  # This key is the channel's name in code: subscribeToOrder(…), useOrder(…), order({ orderId }).
  order:
    # This is its name at Pusher. How it begins decides who may subscribe: "private-" asks your backend,
    # "presence-" also tells who is there, and anything else is open to all who guess the name.
    address: private-order-{orderId}
    title: An order
    description: What happens to one order. Only the customer who placed it may subscribe.
    parameters:
      orderId:
        description: Id of the order.
        examples: ['1042']
        # Ours, beside AsyncAPI: what a value must be. An integer is a number in code.
        x-schema:
          type: integer
          minimum: 1
    messages:
      # This key is the event's name in code.
      orderShipped:
        $ref: '#/components/messages/orderShipped'

operations:
  publishOrder:
    action: send
    summary: The backend publishes, after the change is stored.
    channel:
      $ref: '#/channels/order'

components:
  messages:
    orderShipped:
      # This is the event's name on the wire.
      name: order-shipped
      summary: The order left the warehouse.
      # JSON Schema (draft-07). The publisher refuses what does not match, also a field that is not listed here.
      payload:
        type: object
        required: [order_id, carrier, shipped_at]
        properties:
          order_id:
            type: integer
            minimum: 1
          carrier:
            description: Who brings it.
            type: string
            minLength: 1
            maxLength: 60
          shipped_at:
            description: When it left, RFC 3339.
            type: string
            format: date-time
      # Examples are judged too: one that does not match the payload is an error.
      examples:
        - payload:
            order_id: 1042
            carrier: An Post
            shipped_at: '2026-11-21T09:31:07Z'
`;
}
