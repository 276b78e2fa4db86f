"""English: nouns and adjectives by which a noun phrase names a political actor."""

from onrecord.knowledge.languages.en.inflect import words

ACTORS = words("""
    government governments administration administrations ministry ministries minister ministers parliament parliaments senate congress
    legislature legislators lawmakers lawmaker cabinet council councils commission commissions committee committees party parties
    union unions federation confederation association associations coalition alliance bloc authorities authority officials
    official diplomats diplomat delegation delegations mission embassy consulate embassies spokesperson spokesman spokeswoman
    president premier chancellor secretary ambassador envoy governor mayor king queen prince emir sultan pope
    chairman chairwoman chair commissioner senator senators representative representatives leaders leader
    country countries nation nations state states side sides members member
    agency agencies bureau department departments office regulators regulator watchdog court tribunal judges prosecutors
    movement rebels opposition regime junta army military navy forces troops police group groups organization organisation
    organizations organisations assembly summit forum conference bank fund league community workers activists campaigners
    bundestag duma knesset kremlin pentagon nato asean un u.n eu e.u iaea wto who imf unesco unicef opec brics g7 g20 g77
    republicans democrats republican democrat conservatives liberals socialists communists labour kremlin
    negotiators envoys mediators partners allies ally world mankind humanity citizens people peoples voters farmers
    house chamber caucus faction front militia militants insurgents taliban hamas hezbollah guerrillas separatists
    advocates charities ngo ngos church churches clergy bishops archbishop imam
    companies firms corporations businesses manufacturers producers exporters importers chipmakers automakers carmakers
    airlines makers industry industries giants startups start-ups retailers operators suppliers vendors critics opponents
    """)

NOT_ACTORS = words("""
    company firm corporation maker manufacturer startup start-up researchers researcher
    scientists scientist academics academic professor scholars scholar analysts analyst economists economist experts expert
    professors students student university universities institute newspaper magazine agency's report reports study studies survey investors
    traders markets market shares stocks economy prices ceo executive executives founder co-founder author authors editor reporter
    reporters journalist journalists film movie book series team teams club player players coach
    business giant sector sectors tech media press broadcaster broadcasters newspapers
    magazines netizens public consumer consumers users customers producer exporter importer
    chipmaker automaker carmaker shareholders lender lenders investor trader retailer
    banks bankers entrepreneur entrepreneurs businessman businessmen engineer engineers developer developers
    commentator commentators pundits observer observers strategists historian historians lawyer lawyers think-tank think-tanks
    conglomerate multinational multinationals supplier airline columnist columnists
    """)

# political actors whose words are their own, not their state's
SEATS = words("""
    companies firms corporations businesses manufacturers producers exporters importers chipmakers automakers carmakers
    airlines makers industry industries giants startups start-ups retailers operators suppliers vendors critics opponents
    association associations union unions federation confederation alliance coalition movement opposition league group groups
    people peoples citizens voters farmers workers activists campaigners advocates charities ngo ngos church churches clergy
    bishops community rebels militants insurgents guerrillas separatists militia chamber lobby
    """)

THINGS = words("""
    action actions measure measures policy policies law laws bill bills act order orders plan plans framework initiative
    initiatives agreement agreements resolution resolutions rule rules regulation regulations programme program
    programmes programs package approach strategy decision decisions sanctions tariffs statement declaration effort
    efforts mou mous memorandum memoranda treaty treaties accord accords deal reform reforms budget investment investments principles vision
    """)

_NAMES = """
    afghan afghans AF; albanian albanians AL; algerian algerians DZ; american americans u.s us US; angolan angolans AO;
    argentine argentinian argentines AR; armenian armenians AM; australian australians AU; austrian austrians AT;
    azerbaijani azeri azeris AZ; bahraini bahrainis BH; bangladeshi bangladeshis BD; belarusian belarusians BY;
    belgian belgians BE; bolivian bolivians BO; bosnian bosnians BA; brazilian brazilians BR; british briton britons GB;
    bulgarian bulgarians BG; burmese MM; burundian BI; cambodian cambodians KH; cameroonian CM; canadian canadians CA;
    chadian TD; chilean chileans CL; chinese CN; colombian colombians CO; congolese CD; croatian croats croatians HR;
    cuban cubans CU; cypriot cypriots CY; czech czechs CZ; danish danes DK; dutch NL; ecuadorian ecuadorean EC;
    egyptian egyptians EG; emirati emiratis AE; eritrean eritreans ER; estonian estonians EE; ethiopian ethiopians ET;
    filipino philippine filipinos PH; finnish finns FI; french FR; georgian georgians GE; german germans DE;
    ghanaian GH; greek greeks GR; guatemalan GT; haitian haitians HT; honduran HN; hungarian hungarians HU; icelandic IS;
    indian indians IN; indonesian indonesians ID; iranian iranians IR; iraqi iraqis IQ; irish IE; israeli israelis IL;
    italian italians IT; ivorian CI; jamaican JM; japanese JP; jordanian jordanians JO; kazakh kazakhs KZ; kenyan kenyans KE;
    kosovar XK; kuwaiti kuwaitis KW; kyrgyz KG; laotian LA; latvian latvians LV; lebanese LB; liberian LR; libyan libyans LY;
    lithuanian lithuanians LT; luxembourgish LU; macedonian MK; malawian MW; malaysian malaysians MY; maldivian MV; malian ML;
    maltese MT; mauritanian MR; mauritian MU; mexican mexicans MX; moldovan moldovans MD; mongolian MN; montenegrin ME; moroccan
    moroccans MA; mozambican MZ; namibian NA; nepalese nepali NP; nicaraguan NI; nigerian nigerians NG; nigerien NE;
    norwegian norwegians NO; omani OM; pakistani pakistanis PK; palestinian palestinians PS; panamanian PA; paraguayan PY;
    peruvian peruvians PE; polish poles PL; portuguese PT; qatari qataris QA; romanian romanians RO; russian russians RU;
    rwandan rwandans RW; salvadoran SV; saudi saudis SA; senegalese SN; serb serbian serbs serbians RS; singaporean singaporeans SG;
    slovak slovaks SK; slovenian slovene SI; somali somalis SO; spanish spaniards ES; sudanese SD; swedish swedes SE;
    swiss CH; syrian syrians SY; taiwanese TW; tajik tajiks TJ; tanzanian TZ; thai thais TH; tunisian tunisians TN;
    turkish turks TR; turkmen TM; ugandan ugandans UG; ukrainian ukrainians UA; uruguayan UY; uzbek uzbeks UZ;
    venezuelan venezuelans VE; vietnamese VN; yemeni yemenis YE; zambian ZM; zimbabwean zimbabweans ZW
"""
DEMONYMS = tuple(
    (word, entry.split()[-1]) for entry in _NAMES.replace("\n", " ").split(";") for word in entry.split()[:-1]
)
