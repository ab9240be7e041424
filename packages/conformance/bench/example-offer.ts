// A payload of ordinary size, for the benchmarks of publishing and subscribing.

export const offerCreated = {
  action: "created",
  offer: {
    id: 7,
    title: "Spa weekend",
    short_description:
      "Two nights with breakfast, dinner on one evening and an afternoon in the spa.",
    details_text:
      "Arrive on Friday from three. The spa is yours on Saturday from one to six, with towels and tea. Leave on Sunday.",
    valid_from: "2026-11-01",
    valid_to: "2027-03-31",
    is_active: true,
    sort_order: 1,
    photo_url: "https://killarney.example/media/spa.webp",
    created_at: "2026-11-21T09:31:07Z",
    updated_at: "2026-11-21T09:31:07Z",
  },
} as const;
