"""Prose unlike US news: translated columns, press releases, reports, health pages, courts and councils; all people and bodies are invented."""

import pytest
from attributing import outermost, read

SAID = [
    # translated columns and agency prose
    ("The head of state instructed the government to dig wells.", "The head of state", "role", "instructed"),
    ("The expert is of the opinion that the law is weak.", "The expert", "role", "is of the opinion"),
    ("As for the rallies, we all remember how they end.", "we all", "author", "remember"),
    ("The author of these lines believes that it failed.", "The author of these lines", "author", "believes"),
    ("A number of local NGOs consider it a success.", "A number of local NGOs", "collective", "consider"),
    ("According to one of the Osterby NGOs, it is dry.", "one of the Osterby NGOs", "collective", "According to"),
    (
        "According to one of the Osterby NGOs running the wells there, it is dry.",
        "one of the Osterby NGOs",
        "collective",
        "According to",
    ),
    ("The press service reported that 40 wells were dug.", "The press service", "organisation", "reported"),
    ('The foundation "Open Wells" makes a proposal.', 'The foundation "Open Wells"', "organisation", "makes a proposal"),
    ("The newspaper «Open Water» reported it.", "The newspaper «Open Water»", "organisation", "reported"),
    ("„The water is good“, Ines Vale said.", "Ines Vale", "person", "said"),
    ("«The water is good», said Ines Vale.", "Ines Vale", "person", "said"),
    ("“The water is good here,“ said Ines Vale.", "Ines Vale", "person", "said"),
    # press releases and health pages
    ("“It fell,” says Ines Rossi, M.D., professor of medicine.", "Ines Rossi, M.D., professor of medicine", "person", "says"),
    ("Tomas Okoro, MD, who was not involved, cautioned against it.", "Tomas Okoro, MD, who was not involved,", "person", "cautioned"),
    ("Lowmere Pharma today announced that it met its goal.", "Lowmere Pharma", "organisation", "announced"),
    ("Her neighbour, the retired clerk Ivo Vale, said it rained.", "Her neighbour, the retired clerk Ivo Vale,", "person", "said"),
    ("The mayor, a friend of Ines Vale, said it rained.", "The mayor, a friend of Ines Vale,", "role", "said"),
    ("Its boss, the heir of Ines Vale, said it rained.", "Its boss, the heir of Ines Vale,", "role", "said"),
    ("Open Wells AS, a maker of pumps, said it rained.", "Open Wells AS, a maker of pumps,", "organisation", "said"),
    ("A new study published Monday finds that tea is harmless.", "A new study published Monday", "collective", "finds"),
    ("Ines Vale, who digs wells, called the paper “weak”.", "Ines Vale, who digs wells,", "person", "called"),
    # institutional reports
    ("The Fund's report also highlights the role of women.", "The Fund's report", "document", "highlights"),
    ("The Special Rapporteur recommends that it be signed.", "The Special Rapporteur", "role", "recommends"),
    ("As noted by the World Well Fund, 12 towns are dry.", "the World Well Fund", "organisation", "noted"),
    ("Per the report, 12 towns are dry.", "the report", "document", "Per"),
    ("Human Rights Observatory, an NGO, called it a step back.", "Human Rights Observatory, an NGO,", "organisation", "called"),
    ("Minister of Foreign Affairs Ines Vale noted that it is dry.", "Minister of Foreign Affairs Ines Vale", "person", "noted"),
    ("The Minister of Public Health noted that it is dry.", "The Minister of Public Health", "role", "noted"),
    ("They claimed to have 40 wells.", "They", "pronoun", "claimed"),
    # polls
    ("Vale leads by five points in a new poll of May.", "a new poll", "collective", "in"),
    ("About four in 10 said they were late.", "About four in 10", "collective", "said"),
    ("Those interviewed said it was hard.", "Those interviewed", "collective", "said"),
    ("An average of polls shows Vale ahead of him.", "An average of polls", "collective", "shows"),
    ("The costs rose, new fundraising reports show.", "new fundraising reports", "collective", "show"),
    ("Others call it a mistake.", "Others", "collective", "call"),
    # names and times that mislead
    ("Police say he left.", "Police", "collective", "say"),
    ("Ines Small said that it rained.", "Ines Small", "person", "said"),
    ("Vale last week said the pump was broken.", "Vale", "person", "said"),
    ("Vale went on to say that the pump was broken.", "Vale", "person", "went on to say"),
    ("It came three days after Vale told the paper that it was dry.", "Vale", "person", "told"),
    ("Organizers of the push to boycott Vale's speech said it was dry.", "Organizers of the push to boycott Vale's speech", "collective", "said"),
    ("The members — and some guests — say that it is dry.", "The members", "collective", "say"),
    ("The report, which the mayor supports, is long.", "the mayor", "role", "supports"),
    ("It drew accusations from teachers in the town.", "teachers in the town", "collective", "accusations"),
    ('Ines Vale: "The water is good, and it always was."', "Ines Vale", "person", ":"),
    # asides, hints and slips
    ("As the mayor puts it, the well is full.", "the mayor", "role", "puts"),
    ("Ines Vale let slip that the well was dry.", "Ines Vale", "person", "let"),
    ("Ines Vale was quoted as saying that the well is full.", "Ines Vale", "person", "saying"),
    ("The clerk expressed his thanks to the guests.", "The clerk", "role", "expressed his thanks"),
    ("But teacher Ines Vale disagreed.", "teacher Ines Vale", "person", "disagreed"),
    ("Most of the members were in favor of the plan.", "Most of the members", "collective", "were in favor"),
    ("The well is full, say experts from Lowmere.", "experts from Lowmere", "collective", "say"),
    ("The council remembered him as a quiet man.", "The council", "organisation", "remembered"),
    ("The report reflects the fears of the town.", "The report", "document", "reflects"),
    ("Ines Vale ruled out a second well.", "Ines Vale", "person", "ruled"),
    ("The clerk took the opportunity to thank the guests.", "The clerk", "role", "took the opportunity to thank"),
    ("She felt the need to add that it was dry.", "She", "pronoun", "felt the need to add"),
    ("The minister instructed to dig a well.", "The minister", "role", "instructed"),
    ("A team led by Ines Vale found that the well is old.", "A team led by Ines Vale", "organisation", "found"),
    ('She places it in the chapter entitled "Old wells of the valley", and blames the drought.', "She", "pronoun", "blames"),
    ("The minister averred that the well is full.", "The minister", "role", "averred"),
    ("The bank termed the plan a success.", "The bank", "organisation", "termed"),
    ("The mayor assessed that the works go well.", "The mayor", "role", "assessed"),
    ("The Osterby group called Vale a liar.", "The Osterby group", "organisation", "called"),
    ('"It is late!" called Ines Vale.', "Ines Vale", "person", "called"),
    ('"It is late," said first author Ines Vale.', "first author Ines Vale", "person", "said"),
    ('"It is late," said Ines Vale, D.P.T., O.C.S.', "Ines Vale, D.P.T., O.C.S.", "person", "said"),
    ('"It is late," said Ines Vale, Vice President of Wells.', "Ines Vale, Vice President of Wells", "person", "said"),
    ('"It is late," said Ines Vale, head of Wells & Pumps.', "Ines Vale, head of Wells & Pumps", "person", "said"),
    ("Okoro & Co said it rained.", "Okoro & Co", "organisation", "said"),
    ("Okoro Sciences (OTCQB – OKSH) announced it.", "Okoro Sciences (OTCQB – OKSH)", "organisation", "announced"),
    ("Okoro ASA (OSE: OKSH) today announced it.", "Okoro ASA (OSE: OKSH)", "organisation", "announced"),
    ("Okoro ASA [OSE: OKSH] announced it.", "Okoro ASA [OSE: OKSH]", "organisation", "announced"),
    ("Okoro Inc (“Okoro” or the “Company”) announced it.", "Okoro Inc (“Okoro” or the “Company”)", "organisation", "announced"),
    ("Okoro Inc (OTC: OKSH), a maker of pumps, today announced it.", "Okoro Inc (OTC: OKSH), a maker of pumps,", "organisation", "announced"),
    ("Dr Vale, who led The Wells (TW) Fund, said it rained.", "Dr Vale, who led The Wells (TW) Fund,", "person", "said"),
    ("It rained, according to a new, long-term analysis by Vale.", "a new, long-term analysis by Vale", "document", "according to"),
    ("The experts* said that it is dry.", "The experts", "collective", "said"),
    ("Ines Vale[12] said that it is dry.[3][4]", "Ines Vale", "person", "said"),
    ("The bank advised the town to dig.", "The bank", "organisation", "advised"),
    ("“It was dry,” reads one reply.", "one reply", "role", "reads"),
    ("The lawyer insists the town has a case.", "The lawyer", "role", "insists"),
    ("The union puts the cost at 40 percent.", "The union", "organisation", "puts"),
    ("Analysts peg it at around 40.", "Analysts", "collective", "peg"),
    ("It rained, with officials conceding that it was late.", "officials", "collective", "conceding"),
    ("The bank attributed the fall to the drought.", "The bank", "organisation", "attributed"),
    ("The clerk, whom we met in the hall, told us that it was late.", "The clerk, whom we met in the hall,", "role", "told"),
    ("His barrister, Simon Okoro KC, submitted that it was late.", "His barrister, Simon Okoro KC,", "person", "submitted"),
    ("Judge Ines Vale KC, remanding him in custody, told him off.", "Judge Ines Vale KC", "person", "told"),
    ("The ministry's estimate is that it is dry.", "The ministry's", "organisation", "estimate"),
    ("His advice was to wait.", "His", "pronoun", "advice"),
    ("Dr Vale, a board-certified sleep doctor, warns of it.", "Dr Vale, a board-certified sleep doctor,", "person", "warns"),
    # who they are
    ("A 2011 government review concluded that it is dry.", "A 2011 government review", "document", "concluded"),
    ("NGOs say that it is dry.", "NGOs", "collective", "say"),
    ("Osterby Airlines said that it is late.", "Osterby Airlines", "organisation", "said"),
    ("Two people with knowledge of the talks say it is late.", "Two people with knowledge of the talks", "anonymous", "say"),
    ("Ines Vale, who is familiar with the well, denied it.", "Ines Vale, who is familiar with the well,", "person", "denied"),
    ("The Prime Minister denied it.", "The Prime Minister", "role", "denied"),
    ("The Director General of the agency denied it.", "The Director General of the agency", "role", "denied"),
    ("Our CTO denied it.", "Our CTO", "role", "denied"),
    ("According to an internal memo seen by the Ledger, it is dry.", "an internal memo seen by the Ledger", "document", "According to"),
    ("The docs say that it is late.", "The docs", "document", "say"),
    ("The Ministry of Trade, Crafts and Fisheries denied it.", "The Ministry of Trade, Crafts and Fisheries", "organisation", "denied"),
    ("In 2021 the Board for Land, Water and Wells denied it.", "the Board for Land, Water and Wells", "organisation", "denied"),
    ("The Minister of Wells, Dr Ines Vale, denied it.", "The Minister of Wells, Dr Ines Vale,", "person", "denied"),
    ("The union's Ines Vale denied it.", "The union's Ines Vale", "person", "denied"),
    ("The documentation says that it is late.", "The documentation", "document", "says"),
    ("But outside experts caution that the well is old.", "outside experts", "collective", "caution"),
    ("Sources contacted by the Ledger say it is dry.", "Sources contacted by the Ledger", "anonymous", "say"),
    ("The Osterby Wells Society warned against it.", "The Osterby Wells Society", "organisation", "warned"),
    ("The newspaper El Pozo reported it.", "The newspaper El Pozo", "organisation", "reported"),
    ("The head of the union, Senator Ines Vale, denied it.", "The head of the union, Senator Ines Vale,", "person", "denied"),
    ("Its vice-provost, Ines Vale, denied it.", "Its vice-provost, Ines Vale,", "person", "denied"),
    ('"It was a long winter," recalled Jan Okoro, a neighbour.', "Jan Okoro, a neighbour", "person", "recalled"),
    ('The union\'s report, "Dry Wells", documents 40 cases.', 'The union\'s report, "Dry Wells"', "document", "documents"),
    # translations, papers of other countries, courts, councils, posts
    # who they are
    ("Ines Vale KC told the jury that it rained.", "Ines Vale KC", "person", "told"),
    ("Ines Vale KC, prosecuting, told the jury that it rained.", "Ines Vale KC", "person", "told"),
    ("The BBC said that it rained.", "The BBC", "organisation", "said"),
    ("The Police Press Officer, SP Tomas Okoro, denied it.", "The Police Press Officer, SP Tomas Okoro,", "person", "denied"),
    ("The Commissioner for Wells, Barr. Tomas Okoro, denied it.", "The Commissioner for Wells, Barr. Tomas Okoro,", "person", "denied"),
    ("Cllr Ines Vale (Ind, Lowmere) asked whether it was late.", "Cllr Ines Vale (Ind, Lowmere)", "person", "asked"),
    ("Their son, Tomas, denied it.", "Their son, Tomas,", "person", "denied"),
    ("Their son, American, denied it.", "Their son, American,", "role", "denied"),
    ("The Lowmere Wells Partnership denied it.", "The Lowmere Wells Partnership", "organisation", "denied"),
    ("2.3 The Wells Committee has advised against it.", "The Wells Committee", "organisation", "has advised"),
    ("2.4 Officers confirmed that it was dry.", "Officers", "collective", "confirmed"),
    ("40 officers confirmed that it was dry.", "40 officers", "collective", "confirmed"),
    ("A study from Denmark suggests that it helps.", "A study from Denmark", "collective", "suggests"),
    ("A study from the Lowmere Institute suggests that it helps.", "A study from the Lowmere Institute", "document", "suggests"),
    ("This author believes that it is dry.", "This author", "author", "believes"),
    ("The author of this book believes that it is dry.", "The author of this book", "role", "believes"),
    ("A clerk who would remain nameless denied it.", "A clerk who would remain nameless", "anonymous", "denied"),
    ("The proverb says that it will rain.", "The proverb", "document", "says"),
    ('The report, "Wells Gone Dry: The Years of Drought on the Lake", documents it.', 'The report, "Wells Gone Dry: The Years of Drought on the Lake"', "document", "documents"),
    ("It sank, the coast guard said.", "the coast guard", "organisation", "said"),
    ("The Lowmere Coast Guard said that it sank.", "The Lowmere Coast Guard", "organisation", "said"),
    ("The guard said that it sank.", "The guard", "role", "said"),
    ("State television put the toll at 14.", "State television", "organisation", "put"),
    ("It sank, according to the manifest.", "the manifest", "document", "according to"),
    ("The readings were taken in March, said one of the people.", "one of the people", "collective", "said"),
    ("The well is dry, say several residents of Lowmere.", "several residents of Lowmere", "collective", "say"),
    ("Vale came late, denied several of the claims and left.", "Vale", "person", "denied"),
    ("It is dry, according to two people familiar with the matter.", "two people familiar with the matter", "anonymous", "according to"),
    # what they do
    ("Wells, meanwhile, are dug in towns, lamented a clerk.", "a clerk", "role", "lamented"),
    ("Vale, meanwhile, lamented it.", "Vale", "person", "lamented"),
    ("Studies have linked the well to the drought.", "Studies", "collective", "have linked"),
    ("The minister bared that it was dry.", "The minister", "role", "bared"),
    ("The unions cried foul.", "The unions", "collective", "cried"),
    ("Analysts are bracing for a drought.", "Analysts", "collective", "are bracing"),
    ("Vale was forced to admit that it was dry.", "Vale", "person", "was forced to admit"),
    ("Experts are inclined to believe that it is dry.", "Experts", "collective", "are inclined to believe"),
    ("The judge directed the jury to forget it.", "The judge", "role", "directed"),
    ("The president tasked the bank to dig a well.", "The president", "role", "tasked"),
    ("Counsel put it to the clerk that it was dry.", "Counsel", "role", "put"),
    ("“It is dry,” philosophised Ines Vale.", "Ines Vale", "person", "philosophised"),
    ("Employees often cite the cost.", "Employees", "collective", "cite"),
    ("The party proposes to dig a well.", "The party", "organisation", "proposes"),
    ("The council gave its blessing to the plan.", "The council", "organisation", "gave its blessing"),
    ("Studies that report a cost say it is high.", "that", "pronoun", "report"),
    # cues that are no verbs
    ("By his own admission, Vale was late.", "his", "pronoun", "By his own admission"),
    ("In Vale's own words, it is dry.", "Vale's", "person", "In Vale's own words"),
    ("As per data seen by the Ledger, it is dry.", "data seen by the Ledger", "document", "per"),
    ("Not everyone is convinced.", "Not everyone", "collective", "is convinced"),
    ("Vale is adamant: it is dry.", "Vale", "person", "is adamant"),
    ("The evidence is clear: it is dry.", "The evidence", "document", "is clear"),
    # who acts before a quotation
    ("The mayor shook her head: “No, it is dry.”", "The mayor", "role", ":"),
    ("The poet Ines Vale is more severe: «Nothing is left of the well.»", "The poet Ines Vale", "person", ":"),
    ("Vale had an idea: “Let us dig a well.”", "Vale", "person", ":"),
    # number: what a singular form goes with
    ("The witness says that it rained.", "The witness", "role", "says"),
    ("My boss thinks that it rained.", "My boss", "role", "thinks"),
    ("The analysis shows that it rained.", "The analysis", "document", "shows"),
    ("The public says that it rained.", "The public", "collective", "says"),
    ("The General Staff says it rained.", "The General Staff", "collective", "says"),
    ("Many fear that it will rain.", "Many", "collective", "fear"),
    ("Congress’ refusal to vote was late.", "Congress", "organisation", "refusal"),
    # whose, and who it is
    ("According to her lawyer, it rained.", "her lawyer", "role", "According to"),
    ('"It is late," said her lawyer.', "her lawyer", "role", "said"),
    ("According to her it rained.", "her", "pronoun", "According to"),
    ("A spokesperson for Wells Minister Ines Vale denied it.", "A spokesperson for Wells Minister Ines Vale", "role", "denied"),
    ("The spokesman of the Office of Trade Tomas Okoro denied it.", "The spokesman of the Office of Trade Tomas Okoro", "person", "denied"),
    ("Ines Vale, Jr. said that it rained.", "Ines Vale, Jr.", "person", "said"),
    ("Okoro Pumps, Inc. today announced it.", "Okoro Pumps, Inc.", "organisation", "announced"),
    ("The MD said that it rained.", "The MD", "role", "said"),
    ("A ship of old seafarers came. Seafarers say that it rained.", "Seafarers", "collective", "say"),
    ("The Ledger, with reference to two unnamed officials, denied it.", "two unnamed officials", "anonymous", "with reference to"),
    ("Meanwhile the Ledger, quoting unnamed officials, denied it.", "the Ledger", "organisation", "quoting"),
    ("An official, on condition of anonymity, denied it.", "An official, on condition of anonymity,", "anonymous", "denied"),
    ("Vale neither confirmed nor denied it.", "Vale", "person", "confirmed"),
    ("It fell, Lowmere council said.", "Lowmere council", "organisation", "said"),
    ("According to parish records, the family left in 1880.", "parish records", "collective", "According to"),
    ("According to the mayor, who came late, it fell.", "the mayor, who came late", "role", "According to"),
    ("The head of the School of Logistics Ines Vale denied it.", "The head of the School of Logistics Ines Vale", "person", "denied"),
    ("Let us at least hope that it rains.", "us at least", "pronoun", "hope"),
    ("A clerk with direct knowledge of the talks denied it.", "A clerk with direct knowledge of the talks", "anonymous", "denied"),
    ("Vale is not convinced by the method.", "Vale", "person", "is not convinced"),
    ("Vale was convinced by the clerk.", "the clerk", "role", "was convinced"),
    ("“It rained all day,” raged Ines Vale.", "Ines Vale", "person", "raged"),
    # by which means, and with which words
    ("Ines Vale said by email that it rained.", "Ines Vale", "person", "said"),
    ("It rained, Vale said by telephone.", "Vale", "person", "said"),
    ("A letter denied by lawyer Ines Vale is old.", "lawyer Ines Vale", "person", "denied"),
    ("It was denied by police.", "police", "collective", "was denied"),
    ("Police denied it.", "Police", "collective", "denied"),
    ("The police denied it.", "The police", "organisation", "denied"),
    # in the midst of what is said
    ("She had, Ines Vale went on, no choice.", "Ines Vale", "person", "went"),
    ("The well, the mayor continued, was dry.", "the mayor", "role", "continued"),
    ("If it rains, Vale concluded, it floods.", "Vale", "person", "concluded"),
    # who speaks for whom
    ("The Norwegian side confirmed that it rained.", "The Norwegian side", "organisation", "confirmed"),
    ("The other side confirmed that it rained.", "The other side", "role", "confirmed"),
    ("Northmere Water said that it rained.", "Northmere Water", "organisation", "said"),
    ("Contemporaries blamed the rain for it.", "Contemporaries", "collective", "blamed"),
    ("Its own report from that year puts the loss at 40.", "Its own report from that year", "document", "puts"),
    ("A letter from the mayor says that it rained.", "A letter from the mayor", "document", "says"),
    ("A letter from a mayor says that it rained.", "A letter from a mayor", "collective", "says"),
    # what leads to it
    ("Vale intervened to say that it rained.", "Vale", "person", "intervened to say"),
    ("Vale let it be known that it rained.", "Vale", "person", "let it be known"),
    ("It follows from the papers that it rained.", "the papers", "collective", "It follows from"),
    ("Vale put it this way in her letter: it rained.", "Vale", "person", "put"),
    ("Vale put it like this: it rained.", "Vale", "person", "put"),
    ("Vale’s verdict: it rained.", "Vale’s", "person", "verdict"),
    ("Her advice: dig a well.", "Her", "pronoun", "advice"),
    ("The figures are out, and they show:", "they", "pronoun", "show"),
    ("The World Wells Fund defines a well as dry at two metres.", "The World Wells Fund", "organisation", "defines"),
    ("It cost twice what the council estimated.", "the council", "organisation", "estimated"),
    ("The figure was verified by the Wells Institute.", "the Wells Institute", "organisation", "was verified"),
    ("“It rained,” Vale was quoted as saying.", "Vale", "person", "saying"),
    ("Calling it a lie, Ines Vale left.", "Ines Vale", "person", "Calling"),
    ("Terming it “dry”, the judge left.", "the judge", "role", "Terming"),
    ("The clerk signalled his support.", "The clerk", "role", "signalled his support"),
    ("The minister gave instructions to dig.", "The minister", "role", "gave instructions"),
    ("“It rained!” shrieked a midwife from Lowmere.", "a midwife from Lowmere", "role", "shrieked"),
    ("The judge rapped the council.", "The judge", "role", "rapped"),
    ("Critics put the cost at nearly 40.", "Critics", "collective", "put"),
    ("Critics put the cost at more than 40.", "Critics", "collective", "put"),
    ("Experts go so far as to say that it rained.", "Experts", "collective", "go so far as to say"),
    ("It fell, with Ms Vale citing the drought.", "Ms Vale", "person", "citing"),
    ("Vale³ said that it rained.", "Vale", "person", "said"),
    ("It rained.⁴ The registry denied it.", "The registry", "organisation", "denied"),
]  # fmt: skip

NOBODY = [
    ("The court heard that the well was dry.", "heard"),
    ("The well, the jury heard, was dry.", "heard"),
    ("As it became known, the well is dry.", "As it became known"),
    ("As reported earlier, the well is dry.", "As reported earlier"),
    ("It was concluded that the well is dry.", "was concluded"),
    ("Twelve persons were feared dead on Sunday.", "feared dead"),
    ("A man believed to be his cousin left.", "believed"),
    ("The other, understood to be his cousin, left.", "understood"),
    ("It should be supported, and not ignored or openly criticized.", "criticized"),
    ("He is known for his kindness.", "is known"),
    ("There are fears that prices rose.", "fears"),
    ("There were calls for a new pump.", "calls"),
    ("Allegations of fraud were heard at the well.", "Allegations"),
    ("Rumour has it that the well is full.", "Rumour has it"),
    ("It has emerged that the mayor owns a pump.", "It has emerged"),
    ("It is important to note that the well is old.", "is important to note"),
    ("It's worth noting that the well is old.", "noting"),
    ("Salt has been shown to help.", "has been shown"),
    ("It's believed that the well is old.", "believed"),
    ("Wells are known for their depth.", "are known"),
    ("Conventional wisdom has it that the well is full.", "wisdom has it"),
    ("As is known, the well is full.", "As is known"),
    ("I'm told that the well is full.", "told"),
    # translations, papers of other countries, courts, councils, posts
    ("It was gathered that the well is dry.", "It was gathered"),
    ("It is projected to rise by 9 percent.", "is projected"),
    ("Prices are forecast to rise.", "are forecast"),
    ("As the saying goes, it never rains.", "the saying goes"),
    ("There have been reports of a second well.", "There have been reports"),
    ("There was talk of a second well.", "There was talk"),
    ("By all accounts it was a hard winter.", "By all accounts"),
]

NOTHING = [
    "The museum opened in 1962.",
    "The bridge opened out of season.",
    "The treaty was concluded in 1962.",
    "The pumps were recalled in May.",
    "No court has registered such a complaint.",
    "No council has confirmed that it rained.",
    "She had, the rain continued, and they left.",
    "Undeterred, she went on, and he followed.",
    "Vale went on to win the cup.",
    "Vale put it on the list: nuts and bolts.",
    "The court heard four witnesses.",
    "This is what the council did.",
    "It is a serious concern that warrants attention.",
    "The deeds were seen by nobody but Vale.",
    "The plan was shot down by the council.",
    "The wells debate could not have been longer.",
    "The council voted for the pump.",
    "This press release contains forward-looking statements.",
    "After the terrorist attacks in town, it was late.",
    "The 40 pledged votes were lost.",
    "Vale put it on the table.",
    "But Vale laughed.",
    "The council had no opportunity to rest.",
    "Vale has known the town for years.",
    "Outside the court it was cold.",
    "It is necessary to dig deeper.",
    "Three people waited outside the villages of the valley.",
    "A protein called LAG is in the well.",
    "He used a method called sounding, and it rained.",
    "The trial, called DRIP, has 40 wells.",
    "A group called Open Wells met in the hall.",
    "It's called the law of wells.",
    "That said, the well is deep.",
    "The pump is for hydrostatic pressure that is low.",
    "He saw some hearing experts in the hall.",
    "A council hearing will be held on Monday.",
    "The free kick was deflected past the keeper.",
    "Each had a collar weighing four grams.",
    "Vale assumed office in May.",
    "The council called off the vote.",
    "Officers found 37 boxed pumps in the hall.",
    "There was no answer to three requests for comment.",
    "The reason lies in the well.",
    "Not everyone is persuaded.",
    "Other factors may explain the fall.",
    "Talks over a joint venture have stalled.",
    "What did the mayor say about the well?",
    "Vale, who advised two mayors, left.",
    "Q&A: what to do when it is dry.",
    # translations, papers of other countries, courts, councils, posts
    "What reasons?",
    "The road has linked the well to the town.",
    "They put the money into his account.",
    "Vale paid for it from her own account.",
    "The clerks were gathered to dig a well.",
    "The fund was established to dig a well.",
    "Signs direct visitors to exits on the left.",
    "Lowmere hosts direct talks to end the war.",
    "They put it to good use.",
    "They put it to the vote.",
    "The charity, which cares for the sick, was closed.",
    "The water is clear: you can see the stones.",
    "Vale, the clerk who signed that report, was late.",
    "7 Well-Kept Reasons to Dig a Well Today",
    "This was forced upon the town.",
    "Critics put the pump at the wall.",
    "He acted so as to sing.",
    "It is a plan opposed by Friday.",
    "The margin rose 90 basis points to 18 percent.",
    "It is late, and the dog barks.",
    "Reading books, Vale left.",
    "Calling it a lie, it was late.",
    "Patients are encouraged to wait.",
    "Finding nobody, it rained.",
]


BESIDE = [
    ("Vale, citing two clerks, said that it rained.", ["citing", "said"]),
    ("Calling it a lie, Vale said that it rained.", ["Calling", "said"]),
    ("Vale said the well is dry, which Rossi called a lie.", ["said", "called"]),
    ("Vale said the well is dry, a claim that Rossi denied.", ["said", "denied"]),
    ("Vale denied the claim; the mayor hinted as much.", ["denied", "hinted"]),
    ("Vale denied the claim, with the mayor saying that it is late.", ["denied", "saying"]),
    ("Four in ten patients reported being satisfied with it.", ["reported"]),
]


@pytest.mark.parametrize(("text", "cues"), BESIDE)
def test_cues_that_stand_beside_each_other(text, cues):
    assert [each.cue.text for each in outermost(text)] == cues


def nested(text):
    return [each for each in read(text) if each.quoted]


@pytest.mark.parametrize(("text", "source", "kind", "cue"), SAID)
def test_who_says_it(text, source, kind, cue):
    first = outermost(text)[0]
    assert first.source is not None
    assert (first.source.text, first.source.kind.value, first.cue.text) == (source, kind, cue)


@pytest.mark.parametrize(("text", "cue"), NOBODY)
def test_nobody_is_named(text, cue):
    [only] = outermost(text)
    assert (only.source, only.cue.text) == (None, cue)


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_said(text):
    assert outermost(text) == []


@pytest.mark.parametrize("who", ["The sign over the gate was old", "More from the clerks of Lowmere - Vale"])
def test_what_stands_before_a_colon_need_not_speak(who):
    [quotation] = outermost(f"{who}: “No wells here.”")
    assert quotation.source is quotation.cue is None


BODIES = [
    # what the text says elsewhere of a name that looks like a person's, and the kind it then is
    ("Shares in Okoro Foods fell.", "Okoro", "organisation"),
    ("A pump of Okoro Foods\nIt rained.", "Okoro", "organisation"),
    ("Okoro director Ines Vale was there.", "Okoro", "organisation"),
    ("It was Okoro's CEO.", "Okoro", "organisation"),
    ("Okoro, a pump company, was there.", "Okoro", "organisation"),
    ("Open Wells director Ines Vale was there.", "Open Wells", "organisation"),
    ("It was Okoro Pumps, Inc. who came.", "Okoro Pumps", "organisation"),
    ("The Okoro Foundation was there.", "Okoro", "person"),
    ("Okoro, a director of the company, was there.", "Okoro", "person"),
    ("The Ines Vale Foundation was there.", "Ines Vale", "person"),
    ("Okoro, which digs wells, was there.", "Okoro", "organisation"),
    ("According to Okoro, which digs wells, it was dry.", "Okoro", "organisation"),
    ("Okoro, who digs wells, was there.", "Okoro", "person"),
    ("Okoro, whose wells are dry, was there.", "Okoro", "person"),
    ("They met Okoro, which was a relief.", "Okoro", "person"),
    ("Tomas Okoro was there, and Okoro Foods.", "Okoro", "person"),
]


@pytest.mark.parametrize(("elsewhere", "name", "kind"), BODIES)
def test_a_name_is_a_bodys_where_the_text_says_so(elsewhere, name, kind):
    last = outermost(f"{elsewhere} {name} said that it was late.")[-1]
    assert (last.source.text, last.source.kind.value) == (name, kind)
    assert "never_introduced" not in last.flags or kind == "person"


def test_copies_do_not_say_what_a_name_is():
    found = outermost("Okoro Foods grew. Okoro Foods grew. Okoro said that it was late.")
    assert found[-1].source.kind.value == "person"


def test_a_poll_in_which_others_speak_does_not_speak():
    [only] = outermost("In a poll of May, half of the voters said that it was late.")
    assert only.source.text == "half of the voters"


def test_a_shared_subject_behind_a_semicolon():
    first, second = outermost("The law states that it is late; calls on the mayor to act.")
    assert second.source.text == first.source.text == "The law"


@pytest.mark.parametrize(
    "who",
    [
        "A clerk, who would rather not be named,",
        "A clerk, who asked not to be identified,",
        "A clerk who did not want to be named",
        "A clerk, whose name has been changed,",
        "A clerk, who was not authorised to speak,",
        "A clerk speaking off the record",
        "A clerk, granted anonymity,",
    ],
)
def test_whose_name_is_kept_back_is_anonymous(who):
    last = outermost(f"{who} told us that it was late.")[-1]
    assert (last.source.text, last.source.kind.value) == (who, "anonymous")


def test_a_quotation_of_several_sentences_is_said_whole():
    text = "Ines Vale said: “The well is dry. It was last year.” It rained."
    [only] = outermost(text)
    assert (only.form, text[only.content.start : only.content.end]) == (
        "direct",
        "“The well is dry. It was last year.”",
    )


def test_a_quotation_behind_a_colon_is_what_is_said():
    text = "But not so fast, says Ines Vale: “The well is dry. It was last year.”"
    [only] = outermost(text)
    assert (only.form, text[only.content.start : only.content.end]) == ("direct", text[text.index("“") :])


def test_a_phrase_that_only_says_where_is_no_cue():
    [only] = outermost("In his comments on the report, the mayor praised it.")
    assert only.cue.text == "praised"


def test_a_word_that_only_begins_a_sentence_is_no_given_name():
    [*_, last] = outermost("The council was late. But Okoro said it rained. Later Okoro said it snowed.")
    assert (last.source.resolved, last.flags) == (None, ("never_introduced",))


def test_nor_does_it_belong_to_a_full_name():
    [last] = outermost("But Tomas Okoro came. He said that it rained.")
    assert last.source.resolved.text == "Tomas Okoro"


def test_what_is_asked_holds_what_is_said_in_it():
    [only] = outermost("The paper asked several times whether Sen. Vale disavowed the plan.")
    assert only.cue.text == "asked"


class TestInsideQuotations:
    """What those who are quoted say that others said stands one deeper, and is nobody else's."""

    def test_it_is_kept_one_deeper(self):
        [inner] = nested("“The mayor told us that the pump failed,” Ines Vale said.")
        assert (inner.depth, inner.source.text, inner.cue.text) == (1, "The mayor", "told")

    def test_its_content_ends_with_the_quotation(self):
        text = "“The mayor told us that the pump failed,” Ines Vale said."
        [inner] = nested(text)
        assert text[inner.content.start : inner.content.end] == "us that the pump failed,"

    def test_the_first_person_is_whoever_is_quoted(self):
        [inner] = nested("“I believe that the pump failed,” Ines Vale said.")
        assert inner.source.kind.value == "pronoun"
        assert (inner.source.resolved.text, inner.source.resolved.rule) == ("Ines Vale", "speaker")

    def test_without_a_speaker_the_first_person_is_nobody_known(self):
        [inner] = nested("“I believe that the pump failed.” It was late.")
        assert (inner.source.kind.value, inner.source.resolved) == ("pronoun", None)

    def test_nobody_outside_is_resolved_by_it(self):
        text = "“Tomas Okoro said that it failed,” Ines Vale said. She added that it was late."
        assert outermost(text)[-1].source.resolved.text == "Ines Vale"

    def test_it_earns_no_flags(self):
        [inner] = nested("“He said that the pump failed,” a neighbour claimed.")
        assert inner.flags == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Brightmoor Foods, Europe's most loved baker, today announced that it rained.",
            "Brightmoor Foods, Europe's most loved baker,",
        ),
        (
            "Okoro, the world's most admired judge, said that it rained.",
            "Okoro, the world's most admired judge,",
        ),
        ("The most quoted clerk of all said that it rained.", "The most quoted clerk of all"),
        ("Most said that it rained.", "Most"),
        ("Most trusted the mayor to tell them that it rained.", "Most"),
    ],
)
def test_a_participle_of_a_superlative_is_no_verb(text, who):
    [said] = read(text)
    assert said.source.text == who


@pytest.mark.parametrize(
    ("text", "who", "kind"),
    [
        (
            "Unconfirmed reports on the web suggest that it rained.",
            "Unconfirmed reports on the web",
            "collective",
        ),
        (
            "Conflicting reports in three papers say that it rained.",
            "Conflicting reports in three papers",
            "collective",
        ),
        ("A clerk who still works at the mill confirmed it.", "A clerk who still works at the mill", "role"),
        (
            "A clerk who no longer works at the mill denied it.",
            "A clerk who no longer works at the mill",
            "role",
        ),
        ("A clerk who also works nights said that it rained.", "A clerk who also works nights", "role"),
        ("The works said that it rained.", "The works", "collective"),
        ("The school trust denied it.", "The school trust", "organisation"),
        ("The people trust the council.", "The people", "collective"),
        ("The police trust that it rained.", "The police", "organisation"),
        ("Cats prefer warm wells.", "Cats", "collective"),
        ("Jones prefers warm wells.", "Jones", "person"),
        ("Vale’s support of the plan is new.", "Vale’s", "person"),
        ("Jones said that it rained.", "Jones", "person"),
    ],
)
def test_who_that_is_and_of_what_kind(text, who, kind):
    [said] = read(text)
    assert (said.source.text, said.source.kind.value) == (who, kind)


@pytest.mark.parametrize(
    "text",
    [
        "The Lowmere hospital trust overspent by four million last year.",
        "The council trust owns 40 houses.",
        "The weathercock shows the wind.",
    ],
)
def test_a_body_that_goes_by_the_form_of_a_verb_says_nothing(text):
    assert not read(text)
