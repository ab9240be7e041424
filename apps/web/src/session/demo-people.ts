// The hotels of the demo and who works there, and the users of its CRM.

/** Of everybody in the demo, and no secret: the API prints it when it starts. */
export const demoPassword = "lockstep";

export interface DemoHotel {
  readonly slug: string;
  readonly name: string;
  readonly place: string;
  readonly staff: readonly string[];
  readonly guests: readonly DemoGuest[];
}

/** A guest of the demo, with the PIN that no other hotel would show. */
export interface DemoGuest {
  readonly roomNumber: number;
  readonly pin: string;
  readonly name: string;
}

export const demoHotels: readonly DemoHotel[] = [
  {
    slug: "killarney",
    name: "Hotel Killarney",
    place: "By the lake, in the hills of Kerry",
    staff: ["aoife@killarney.example", "ciaran@killarney.example"],
    guests: [
      { roomNumber: 101, pin: "271828", name: "Emma Fischer" },
      { roomNumber: 205, pin: "161803", name: "Louis Martin" },
    ],
  },
  {
    slug: "hotel-paradise",
    name: "Hotel Paradise",
    place: "By the sea, with its own pier",
    staff: ["marta@paradise.example", "tomas@paradise.example"],
    guests: [
      { roomNumber: 101, pin: "314159", name: "Sofia Rossi" },
      { roomNumber: 302, pin: "141421", name: "Jonas Berg" },
    ],
  },
];

/** Users of the CRM, who work for no hotel. */
export const demoCrmUsers: readonly string[] = [
  "noor@crm.example",
  "liam@crm.example",
  "ines@crm.example",
];

/** Name of a hotel by its slug; one that the demo does not know is named after its slug. */
export function hotelName(slug: string): string {
  return demoHotels.find((hotel) => hotel.slug === slug)?.name ?? slug;
}
