// Names of places that exist, to tell invented examples from real ones: countries and regions after the platform's tables, capitals,
// peoples and public bodies by hand. A name counts where it stands as a word of its own, written as a name is written.

/** Codes of the tables that are no countries, and Réunion, whose French name is an everyday word. */
const noCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'RE']);

function countries(): readonly string[] {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => !noCountries.has(code));
  return ['en', 'fr'].flatMap((language) => {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    return codes.flatMap((code) => names.of(code) ?? []);
  });
}

/** Names in use beside those of the tables. */
const otherNames =
  'Swaziland, Myanmar, Ivory Coast, Cape Verde, Cabo Verde, Burma, Birmanie, Zaire, Zaïre, Zanzibar, Somaliland, Tanganyika, Rhodesia, Holland, England, Scotland, Wales, Great Britain, United States of America, Democratic Republic of the Congo, République démocratique du Congo';

const capitals =
  'Abidjan, Abuja, Accra, Addis Ababa, Addis-Abeba, Alger, Algiers, Amman, Ankara, Antananarivo, Apia, Asmara, Asuncion, Asunción, Athens, Athènes, Bagdad, Baghdad, Baku, Bamako, Bandar Seri Begawan, Bangkok, Bangui, Banjul, Beijing, Beirut, Beyrouth, Belgrade, Belmopan, Berlin, Berne, Bishkek, Bissau, Bloemfontein, Bogota, Bogotá, Brasilia, Brasília, Bratislava, Brazzaville, Bridgetown, Brussels, Bruxelles, Bucarest, Bucharest, Budapest, Buenos Aires, Bujumbura, Cairo, Le Caire, Canberra, Cape Town, Caracas, Castries, Chisinau, Colombo, Conakry, Copenhagen, Copenhague, Cotonou, Dacca, Dakar, Damas, Damascus, Delhi, Dhaka, Dili, Djibouti, Dodoma, Doha, Douchanbé, Dublin, Dushanbe, Erevan, Freetown, Funafuti, Gaborone, Georgetown, Gitega, Guatemala City, Hanoi, Hanoï, Harare, Havana, La Havane, Helsinki, Honiara, Islamabad, Jakarta, Jerusalem, Jérusalem, Juba, Kaboul, Kabul, Kampala, Kathmandu, Katmandou, Khartoum, Kiev, Kyiv, Kigali, Kingston, Kingstown, Kinshasa, Kuala Lumpur, Kuwait City, Laayoune, La Paz, Libreville, Lilongwe, Lima, Lisbon, Lisbonne, Ljubljana, Lobamba, Lome, Lomé, London, Londres, Luanda, Lusaka, Madrid, Majuro, Malabo, Malé, Managua, Manama, Manila, Manille, Maputo, Maseru, Mbabane, Mexico City, Minsk, Mogadiscio, Mogadishu, Monrovia, Montevideo, Moroni, Moscou, Moscow, Muscat, N’Djamena, Nairobi, Nassau, Naypyidaw, New Delhi, Niamey, Nicosia, Nicosie, Nouakchott, Nuku’alofa, Oslo, Ottawa, Ouagadougou, Oulan-Bator, Panama City, Paramaribo, Paris, Phnom Penh, Podgorica, Port Louis, Port Moresby, Port of Spain, Port Vila, Port-au-Prince, Porto-Novo, Prague, Praia, Pretoria, Prétoria, Pyongyang, Quito, Rabat, Reykjavik, Riga, Riyad, Riyadh, Rome, Roseau, San José, San Salvador, Sanaa, Santiago, Santo Domingo, Saint-Domingue, Sarajevo, Seoul, Séoul, Skopje, Sofia, Stockholm, Sucre, Suva, São Tomé, Taipei, Tachkent, Tallinn, Tananarive, Tarawa, Tashkent, Tbilissi, Tbilisi, Tegucigalpa, Teheran, Téhéran, Tehran, Thimphu, Tirana, Tokyo, Tripoli, Tunis, Ulaanbaatar, Vaduz, Valletta, Varsovie, Warsaw, Vienna, Vientiane, Vilnius, Washington, Wellington, Windhoek, Yamoussoukro, Yaounde, Yaoundé, Yerevan, Zagreb';

/** Peoples, as a ministry or a plan would be called after them. Left out: the French for Ethiopic letters is the name of a script. */
const peoples =
  'Algerian, Angolan, Basotho, Batswana, Beninese, Botswanan, Burkinabe, Burkinabé, Burundian, Cameroonian, Chadian, Comorian, Congolese, Egyptian, Eritrean, Ethiopian, Gabonese, Gambian, Ghanaian, Guinean, Haitian, Indian, Indonesian, Ivorian, Kenyan, Liberian, Libyan, Malagasy, Malawian, Malian, Mauritanian, Mauritian, Moroccan, Mozambican, Namibian, Nepalese, Nigerian, Nigerien, Pakistani, Peruvian, Rwandan, Senegalese, Sierra Leonean, Somali, South African, Sudanese, Swazi, Tanzanian, Togolese, Tunisian, Ugandan, Zambian, Zimbabwean, béninois, béninoise, burkinabè, burundais, camerounais, camerounaise, congolais, congolaise, gabonais, ghanéen, ghanéenne, guinéen, guinéenne, haïtien, haïtienne, ivoirien, ivoirienne, kényan, kényane, malawite, malgache, malien, malienne, marocain, marocaine, mauritanien, mozambicain, nigérian, nigériane, nigérien, nigérienne, ougandais, ougandaise, rwandais, rwandaise, sénégalais, sénégalaise, sierra-léonais, soudanais, soudanaise, swazi, tanzanien, tanzanienne, tchadien, tchadienne, togolais, togolaise, tunisien, tunisienne, zambien, zambienne, zimbabwéen';

const publicBodies =
  'Federal Ministry of Health, Ministry of Health and Social Services, Ministry of Health and Social Welfare, Ministry of Health and Sanitation, Ministry of Health and Child Care, Ministry of Health and Family Welfare, Department of Health and Social Care, Health Service Commission, National Health Service, Ministère de la Santé et de l’Hygiène publique, Ministère de la Santé et de l’Action sociale';

function listed(names: string): readonly string[] {
  return names.split(', ').map((name) => name.trim());
}

let known: RegExp | null = null;

function pattern(): RegExp {
  const names = [...countries(), ...[otherNames, capitals, peoples, publicBodies].flatMap(listed)];
  const longestFirst = [...new Set(names)].toSorted((one, other) => other.length - one.length);
  const written = longestFirst.map((name) => name.replace(/[.()[\]]/g, '\\$&').replace(/['’]/g, "['’]"));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${written.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

/** @returns every name of a real country, capital, people or public body in a text, in order; typographic apostrophes or straight ones */
export function realPlacesIn(text: string): readonly string[] {
  known ??= pattern();
  return text.match(known) ?? [];
}
