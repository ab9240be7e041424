// The people and offers of the demo.

/** Password of everybody in the demo. */
export const DEMO_PASSWORD = "lockstep";

export interface DemoPerson {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

export interface DemoOffer {
  readonly title: string;
  readonly shortDescription: string;
  readonly detailsText: string;
  readonly isActive: boolean;
  /** Name of a file in the folder `seed`, without its extension. */
  readonly image: string;
}

export interface DemoHotel {
  readonly slug: string;
  readonly name: string;
  readonly staff: readonly DemoPerson[];
  readonly offers: readonly DemoOffer[];
}

export const DEMO_HOTELS: readonly DemoHotel[] = [
  {
    slug: "killarney",
    name: "Hotel Killarney",
    staff: [
      { email: "aoife@killarney.example", firstName: "Aoife", lastName: "Byrne" },
      { email: "ciaran@killarney.example", firstName: "Ciarán", lastName: "Walsh" },
    ],
    offers: [
      {
        title: "Lakeside spa weekend",
        shortDescription: "Two nights with breakfast, the spa and a view of the lake",
        detailsText:
          "Arrive on Friday, leave on Sunday. The spa is open until ten in the evening, and one massage of your choice is included.",
        isActive: true,
        image: "lake",
      },
      {
        title: "Ring of Kerry by bicycle",
        shortDescription: "Three nights, a bicycle for each guest and a packed lunch",
        detailsText:
          "We lend you the bicycle and the map, carry your luggage, and keep dinner warm until you are back.",
        isActive: true,
        image: "hills",
      },
      {
        title: "Midsummer dinner on the terrace",
        shortDescription: "Five courses at sunset",
        detailsText: "Not open yet: the kitchen is still writing the menu.",
        isActive: false,
        image: "sunset",
      },
    ],
  },
  {
    slug: "hotel-paradise",
    name: "Hotel Paradise",
    staff: [
      { email: "marta@paradise.example", firstName: "Marta", lastName: "Silva" },
      { email: "tomas@paradise.example", firstName: "Tomás", lastName: "Pereira" },
    ],
    offers: [
      {
        title: "A week by the sea",
        shortDescription: "Seven nights for the price of six, half board",
        detailsText:
          "The seventh night is on us. Half board can be changed to full board at the desk.",
        isActive: true,
        image: "sea",
      },
      {
        title: "Sunset sailing",
        shortDescription: "Two hours on the water with a glass of wine",
        detailsText: "Every evening at seven from the hotel's own pier, weather permitting.",
        isActive: true,
        image: "sunset",
      },
    ],
  },
];
