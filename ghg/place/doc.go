// Package place is local governments through time: which government a code or a name is
// of on a day, what stands above and below it, and what came of it.
//
// A [Place] is a lineage. It goes on when its code, name or parent changes, so that a
// series of figures is one series: Gunwi-gun was 47720 in Gyeongsangbuk-do and is 27720 in
// Daegu since 2023-07-01. A merger or a split makes another place, even where the code
// stays: the Cheongju of 2014-07-01 is not the city before it. Every question therefore
// takes a day. In a record a place is only a name, a [ghg.PlaceID]; [Gazetteer.Find] says
// which place that is.
//
// # Gazetteers
//
// A [Gazetteer] holds the places of a country. [Korea] is there by name; [NewGazetteer]
// makes one of any country, with the same checks. Nothing is registered at run time.
//
//	level                 in Korea                       government
//	metropolitan          시·도 (광역)                     yes
//	basic                 시·군·자치구 (기초)               yes
//	ordinary-district     일반구, a part of its city        no
//	administrative-city   행정시, a part of its province    no
//
// Parts that are no governments may report: GIR's sheets hold 제주시 and 서귀포시.
// They are found as other places are, [Place.Government] says where their figures are
// added, and [Place.Members] never lists them; [Place.Units] does.
//
// # Looking up
//
// [Gazetteer.ByCode] finds a code and [Gazetteer.ByName] a name, in the language of the
// country and in English. A homonym gives every candidate, and none is picked; a parent
// tells them apart ("경남 고성군", "Jung-gu, Seoul"). A name without its suffix is found with
// a finding; where a single syllable is left ("중"), it is not. Another romanisation
// (Taegu) is no name of the table: the error tells names that look alike, and guesses
// none.
//
// What is not in force on the day is a [*NotInForceError] with predecessors or successors,
// each with its day and whether the whole or a part. A day before the table begins is
// told apart: the table knows nothing of it. The last day of what ended is the day before
// [Span.To].
//
// # What came of what
//
// A [Change] names predecessor, successor and day. Recodes, renames and transfers go on
// as the same place; mergers, splits and parts that move are in [Place.Predecessors] and
// [Place.Successors], and [Place.Heirs] follows them to a later day.
// [Place.TerritoryChanges] are the days from which a place that went on had another
// territory: a year that holds one has two.
//
// # Coalitions
//
// A [Coalition] is a list of governments with the days on which they joined and left. Its
// [Roll] on a day tells who was in it, who may have been, since a day is known only to
// the month or year, and which members have ended. A member that stands below another
// member is told ([Member.CoveredBy]): a province beside its cities is counted once. The
// list is the user's: none is published here.
//
// # What the Korean table holds
//
// Codes of legal districts from 1988-04-23, the first day of the code book and no founding
// day, to 2026-07-20 (data/korea_places.tsv); what came of what from 2006-07-01 on
// (data/korea_changes.tsv), so that for earlier changes no successor is told, and the
// place of before 1995 is another one than that of today's code. Ordinary districts are
// those of 2026-07-20: where [Span.Listed] is set, the table does not know since when they
// exist. English names of ordinary districts and of what ended early are not there, nor
// the codes of other lists (statistics, ISO 3166-2). A later day is answered as of the
// edition: what has changed by then is not known. Holes of the code book are kept: Goyang
// has no code from 1992-02-01 to 1992-05-03. The codes of 2026-07-01 are medium-high; each
// line of the tables has its source.
package place
