package rank

import (
	"encoding/json"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

type peersJSON struct {
	Kind      string    `json:"kind"`
	Criterion Criterion `json:"criterion"`
	Peers     []Peer    `json:"peers"`
}

// MarshalJSON writes the values in the order given; of who has none the reason. The zero
// Peers is null.
func (p Peers) MarshalJSON() ([]byte, error) {
	if p.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(peersJSON{p.def.kind, p.Criterion(), slices.AppendSeq([]Peer{}, p.All())})
}

type rankingJSON struct {
	Criterion Criterion  `json:"criterion"`
	Kind      string     `json:"kind"`
	Ties      TieRule    `json:"ties"`
	Standings []Standing `json:"standings"`
	Missing   []Peer     `json:"missing"`
}

// MarshalJSON writes the standings from the first to the last, and who has none. The zero
// Ranking is null.
func (r Ranking) MarshalJSON() ([]byte, error) {
	if r.peers.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(rankingJSON{r.peers.Criterion(), r.peers.def.kind, r.ties, slices.AppendSeq([]Standing{}, r.All()),
		slices.AppendSeq([]Peer{}, r.peers.Missing())})
}

type jointEvaluationJSON struct {
	Criterion Criterion `json:"criterion"`
	Kind      string    `json:"kind"`
	Scores    []Score   `json:"scores"`
}

// MarshalJSON writes the scores of all places with their parts. The zero JointEvaluation
// is null.
func (e JointEvaluation) MarshalJSON() ([]byte, error) {
	if len(e.scores) == 0 {
		return []byte("null"), nil
	}
	return json.Marshal(jointEvaluationJSON{e.whole, e.kind, slices.AppendSeq([]Score{}, e.Scores())})
}

// MarshalJSON writes the score with its parts, and how what is missing counts.
func (s Score) MarshalJSON() ([]byte, error) {
	type fields Score // without this method
	return json.Marshal(struct {
		fields
		Missing  MissingRule `json:"missing"`
		Counts   bool        `json:"counts"`
		Withheld words.Term  `json:"withheld,omitzero"`
	}{fields(s), s.missing, s.counts, s.withheld})
}

// MarshalJSON writes the standing with what it is by.
func (s Standing) MarshalJSON() ([]byte, error) {
	type fields Standing // without this method
	return json.Marshal(struct {
		fields
		Criterion string     `json:"criterion"`
		Ties      TieRule    `json:"ties"`
		Kind      string     `json:"kind"`
		Ordinal   words.Term `json:"ordinal"`
	}{fields(s), s.criterion.ID, s.ties, s.kind, s.Ordinal()})
}

// MarshalJSON writes the rank, and whether it is certain.
func (y YearRank) MarshalJSON() ([]byte, error) {
	type fields YearRank // without this method
	return json.Marshal(struct {
		fields
		Certain      bool `json:"certain"`
		Contradicted bool `json:"contradicted,omitempty"`
	}{fields(y), y.IsCertain(), y.contradicted})
}

// MarshalJSON writes the run of years, and how many years it has.
func (s Streak) MarshalJSON() ([]byte, error) {
	type fields Streak // without this method
	return json.Marshal(struct {
		fields
		Years int `json:"years"`
	}{fields(s), s.Years()})
}

type seriesJSON struct {
	Place     ghg.PlaceID  `json:"place"`
	Among     words.Term   `json:"among"`
	Criterion Criterion    `json:"criterion"`
	Published []Published  `json:"published,omitempty"`
	Years     []YearRank   `json:"years"`
	Findings  ghg.Findings `json:"findings"`
}

// MarshalJSON writes what is published and the ranks that follow, year by year. The zero
// Series is null.
func (s Series) MarshalJSON() ([]byte, error) {
	if s.def == nil {
		return []byte("null"), nil
	}
	return json.Marshal(seriesJSON{s.def.place, s.def.among, s.def.criterion, s.def.published,
		slices.AppendSeq([]YearRank{}, s.Years()), s.Findings()})
}
