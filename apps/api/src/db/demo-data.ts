// The people, offers and conversations of the demo.

/** Password of everybody in the demo who has an e-mail address. */
export const DEMO_PASSWORD = "lockstep";

export interface DemoPerson {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** A guest, who logs in with the hotel, the room and the PIN. */
export interface DemoGuest {
  readonly roomNumber: number;
  readonly pin: string;
  readonly name: string;
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
  readonly guests: readonly DemoGuest[];
  /** Titles of the staff's conversations. */
  readonly staffConversations: readonly string[];
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
    guests: [
      { roomNumber: 101, pin: "271828", name: "Emma Fischer" },
      { roomNumber: 205, pin: "161803", name: "Louis Martin" },
    ],
    staffConversations: ["Reception", "Housekeeping"],
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
    guests: [
      { roomNumber: 101, pin: "314159", name: "Sofia Rossi" },
      { roomNumber: 302, pin: "141421", name: "Jonas Berg" },
    ],
    staffConversations: ["Reception", "Kitchen"],
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

/** Users of the CRM, who work for no hotel; each has a conversation with each other. */
export const DEMO_CRM_USERS: readonly DemoPerson[] = [
  { email: "noor@crm.example", firstName: "Noor", lastName: "Haddad" },
  { email: "liam@crm.example", firstName: "Liam", lastName: "Keane" },
  { email: "ines@crm.example", firstName: "Inês", lastName: "Duarte" },
];
