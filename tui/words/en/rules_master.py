"""The rules of the master plan: segments, decisions, orientation, purchases."""

WORDS: dict[str, str] = {
    "SEG005.title": "A target is liked and can be won",
    "SEG005.found": "{id} is a target with {score} out of 25",
    "SEG005.why": (
        "Attractiveness times chance, that is little: time will be lost there, or nobody really wants it."
        " Look at the scores again, or at the target."
    ),
    "SEG006.title": "A target has its two scores",
    "SEG006.found": "{id} is a target without attractiveness or chance",
    "SEG006.why": ("Without both scores the segment has no place on the map, and nothing compares it with the others."),
    "SEG007.title": "No two segments buy in the same way",
    "SEG007.found": "{id} buys like {other}, word for word",
    "SEG007.why": "What parts two segments is how they buy. Join them, or look for what really tells them apart.",
    "SEG008.title": "An indicator reads the satisfaction of a target",
    "SEG008.found": "{id}: no indicator reads its satisfaction",
    "SEG008.why": (
        "The question to ask is written, but no reading will tell whether it rises. Tie an indicator to it."
    ),
    "SEG009.title": "The best segments are targets first",
    "SEG009.found": "{id} scores {score}, {other} that is a target {than}",
    "SEG009.why": (
        "A segment left aside comes before one that is pursued. There may be a reason: write it in its policy."
    ),
    "SEG010.title": "The plan says which segments it pursues",
    "SEG010.found": "None of the segments is a target",
    "SEG010.why": "To describe everybody and choose nobody scatters the money. Say of each whether it is a target.",
    "DEC001.title": "A decision taken says what is chosen",
    "DEC001.found": "{decision}: taken, not saying what is chosen",
    "DEC001.why": "In six months everybody will remember another choice. One sentence is enough.",
    "DEC002.title": "A decision taken says why",
    "DEC002.found": "{decision}: taken, without a reason",
    "DEC002.why": "A choice without a reason falls at the first objection, or outlives what justified it.",
    "DEC003.title": "A decision taken has its date",
    "DEC003.found": "{decision}: taken, but when?",
    "DEC003.why": "The date tells what was known when it was taken, and which actions follow from it.",
    "DEC004.title": "A decision deferred is deferred to a day",
    "DEC004.found": "{decision}: deferred, to no day",
    "DEC004.why": "To defer to no day is to let others decide. Write the day on which you will take it up again.",
    "DEC005.title": "A decision is looked at again on the day",
    "DEC005.found": "{decision}: to be looked at since {date}",
    "DEC005.why": "That day was chosen for a reason. Confirm the decision and give it another day, or change it.",
    "DEC006.title": "Something follows from a decision taken",
    "DEC006.found": "{decision}: no objective or action follows",
    "DEC006.why": "A decision that nothing carries out is an opinion. Tie it to what it changes in the plan.",
    "DEC007.title": "To push through resellers is to support them",
    "DEC007.found": "Push is chosen, and nothing supports the channels",
    "DEC007.why": (
        "A reseller sells what he is helped to sell: leads, pitches, training. Choose that support, or "
        "give up the push."
    ),
    "DEC008.title": "To pull end users in is to speak to them",
    "DEC008.found": "Pull is chosen, and no campaign is",
    "DEC008.why": "End users do not ask for what they have never heard of. Say which campaigns reach them.",
    "DEC009.title": "A campaign rests on the customer file",
    "DEC009.found": "Campaigns, and nothing said of the customer file",
    "DEC009.why": "A campaign is aimed and measured in the file. Say what it has to hold, and who keeps it true.",
    "DEC010.title": "To keep customers takes procedures",
    "DEC010.found": "{option}: without life-cycle procedures",
    "DEC010.why": (
        "A customer is kept at the moments when he could leave: breakdown, complaint, silence. Say what "
        "is done at each."
    ),
    "DEC011.title": "To sell through others takes partners",
    "DEC011.found": "{option}: others sell, no partner chosen",
    "DEC011.why": (
        "Without partners by name, indirect distribution is a wish. Say who they are, and what each of them gains."
    ),
    "DEC012.title": "A value proposition comes from a study",
    "DEC012.found": "A value proposition, and no study decided",
    "DEC012.why": "The benefits promised are those you imagine. A study tells which ones customers perceive.",
    "DEC013.title": "Personas live in segments",
    "DEC013.found": "Personas are chosen, and no segment has one",
    "DEC013.why": (
        "A persona without a segment tells neither how many they are nor what they are sold. Give each target its own."
    ),
    "DEC014.title": "Content has its media",
    "DEC014.found": "Content is chosen, and no media are",
    "DEC014.why": "A message is read somewhere, at some point of the journey. Choose where and when before writing.",
    "DEC015.title": "Sellers are equipped",
    "DEC015.found": "{option}: sellers without support decided",
    "DEC015.why": "Each of them will make his own leaflet and his own price sheet. Say which tools all of them get.",
    "DEC016.title": "To play on price takes a pricing strategy",
    "DEC016.found": "Price is in the mix, its strategy is not told",
    "DEC016.why": (
        "The diagnostic tells neither where the price starts nor who may change it. Fill in Pricing on "
        "the Diagnostic screen (F2)."
    ),
    "DEC017.title": "Media serve a campaign",
    "DEC017.found": "Media are chosen, and no campaign is",
    "DEC017.why": (
        "Media chosen before the campaign get filled with whatever is at hand. Say first what is to be obtained."
    ),
    "DEC018.title": "Pooling and licences take more than one",
    "DEC018.found": "{option}: with which partners?",
    "DEC018.why": (
        "That revenue supposes somebody on the other side. Name the partners, or look at the business models again."
    ),
    "DEC019.title": "A mix leaves something out",
    "DEC019.found": "{count} of the six P are chosen",
    "DEC019.why": (
        "A mix that keeps everything does not tell where the first euro goes. Keep the two or three that command."
    ),
    "DEC020.title": "A decision bears the date of a day gone by",
    "DEC020.found": "{decision}: dated {date}, still to come",
    "DEC020.why": "What will be decided that day is not decided. Make it the revisit date, or correct the year.",
    "DEC021.title": "A choice with its reason is a decision taken",
    "DEC021.found": "{decision}: choice and reason written, not taken",
    "DEC021.why": (
        "All is written but the main thing: is it decided? Set the status to taken, or say what is still missing."
    ),
    "DEC022.title": "One decides before carrying out",
    "DEC022.found": "{decision}: {action} had begun on {start}",
    "DEC022.why": (
        "An action that left before the decision took it by itself. One of the dates is wrong, or the "
        "choice no longer was one."
    ),
    "DEC023.title": "What is carried out is decided",
    "DEC023.found": "{decision}: {action} is under way, not decided",
    "DEC023.why": "Money leaves on a choice that nobody has made. Take the decision, or stop the action.",
    "DEC024.title": "To sell online takes functions",
    "DEC024.found": "Online sales, and no site function chosen",
    "DEC024.why": (
        "To order, to follow, to have repaired: between companies the most useful part comes after the "
        "sale. Say what the site will do."
    ),
    "DEC025.title": "A structure rests on entities",
    "DEC025.found": "A structure is decided, no entity described",
    "DEC025.why": (
        "A chart of marketing does not tell what production or purchasing brings to the customer. Describe them."
    ),
    "ORI001.title": "A score rests on a fact",
    "ORI001.found": "{id} is scored without evidence",
    "ORI001.why": "Without a recent fact the score tells the mood of the day. Write what you could show.",
    "ORI002.title": "A score does not fall unnoticed",
    "ORI002.found": "{id} goes from {previous} to {score}",
    "ORI002.why": (
        "What is lost there will be paid for among customers. Say in the evidence what changed, and which"
        " action answers it."
    ),
    "ORI003.title": "Operations follow what the customer wants",
    "ORI003.found": "Q6 scores {score}: marketing steers nothing",
    "ORI003.why": (
        "If marketing can ask nothing of production, this plan binds marketing alone. Take it to general management."
    ),
    "ORI004.title": "A question answered once is answered again",
    "ORI004.found": "{id} had a score and has none now",
    "ORI004.why": "A trend is read from two scores. Ask the question again, even if the answer has not changed.",
    "ORI005.title": "An answer answers a question",
    "ORI005.found": "{id} answers none of the twelve questions",
    "ORI005.why": "It counts in no total. The questions go from Q1 to Q12.",
    "ORI006.title": "An entity says what it brings",
    "ORI006.found": "{id} does not say what it brings to the customer",
    "ORI006.why": "The customer's plan comes first, the others serve it. Write what this entity will do for it.",
    "ORI007.title": "An entity has heard the mission",
    "ORI007.found": "{id}: nobody explains the mission to it",
    "ORI007.why": "Nobody serves what they have not understood. Tell the mission in this entity's own words.",
    "ORI008.title": "An entity is coached",
    "ORI008.found": "{id} is told or trained, and not coached",
    "ORI008.why": ("To know what to change is not enough: somebody comes back, at a set rhythm, and helps to hold on."),
    "ORI009.title": "Somebody answers for each entity",
    "ORI009.found": "{id}: nobody answers for what it brings",
    "ORI009.why": "A contribution without a name does not come. Choose somebody of the team.",
    "ORI010.title": "The team comes from several entities",
    "ORI010.found": "The whole team comes from one entity",
    "ORI010.why": ("A plan written among one's own meets the others afterwards. Invite production, purchasing, sales."),
    "ORI011.title": "The coaching one claims can be seen",
    "ORI011.found": "Q11 scored well, and no entity is coached",
    "ORI011.why": (
        "The score says one thing and the plan another. Write the rhythm on the entities' records, or lower the score."
    ),
    "ORI012.title": "The mission one claims is written",
    "ORI012.found": "Q4 scored well, the plan's mission is empty",
    "ORI012.why": "If everybody knows it, writing it on the plan sheet (F10) takes a minute.",
    "ORI013.title": "The satisfaction one claims to measure is measured",
    "ORI013.found": "Q3 scored well, and no segment says how",
    "ORI013.why": "Write on the segment's record the question asked, of whom and when, or tie the indicator to it.",
    "PUR001.title": "A purchase that creates value is negotiated on purpose",
    "PUR001.found": "{id} creates value, and has no approach",
    "PUR001.why": "Without an approach the price decides, and the customer will see the difference.",
    "PUR002.title": "What creates value is not bought by price alone",
    "PUR002.found": "{id} creates value, and is bought by price",
    "PUR002.why": (
        "The cheapest of the day will make what the customer perceives. Think of a partnership, or say "
        "that it creates no value."
    ),
    "PUR003.title": "A risky purchase has more than one supplier",
    "PUR003.found": "{id} is risky and hangs on one supplier",
    "PUR003.why": "If he closes or refuses, you stop delivering. Qualify a second one before you need him.",
    "PUR004.title": "A purchase has its place on the grid",
    "PUR004.found": "{id}: impact or risk without a score",
    "PUR004.why": (
        "Without both scores nothing tells how to negotiate it. Score them from 1 to 5, against the other purchases."
    ),
    "PUR005.title": "A purchase says whether it creates value",
    "PUR005.found": "{id}: does it create value for the customer?",
    "PUR005.why": "It is the first question: it parts what is built together from what is compared.",
    "PUR006.title": "A risky purchase is not up for grabs every year",
    "PUR006.found": "{id} is risky, and put out to competition",
    "PUR006.why": "Who may lose it all at the next tender will not invest for you. Secure the supply first.",
    "PUR007.title": "Buying time goes where it pays",
    "PUR007.found": "{id} weighs little, in partnership",
    "PUR007.why": (
        "Little impact, little risk: a catalogue or a framework agreement will do. Keep your hours for "
        "the purchases above."
    ),
    "PUR008.title": "A weighty purchase has its buyer",
    "PUR008.found": "{id} weighs and is risky, without a buyer",
    "PUR008.why": "Whoever negotiates has to understand what the customer expects. Name the role.",
}
