package rank

import (
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// WeightedCriterion is one criterion of an evaluation. All parts compare the same places.
type WeightedCriterion struct {
	Peers   Peers           `json:"peers"`
	Weight  decimal.Decimal `json:"weight"` // points of a full score; all weights make 100
	Scoring Scoring         `json:"scoring"`
}

// MissingRule says what a missing value does to the points of a place. The zero
// MissingRule is refused: it changes ranks.
type MissingRule uint8

// The rules for a missing value.
const (
	_ MissingRule = iota
	// Reweight leaves the part out and takes the other weights to 100. A place
	// without any value has no points.
	Reweight
	// Withhold gives the place no points at all.
	Withhold
	// AsLowest gives it the fewest points that any peer with a value has in the
	// part.
	AsLowest
)

var missingRules = []words.Term{
	{En: "none", Ko: "없음"}, {En: "reweight the others to 100", Ko: "나머지 지표로 100점 환산"},
	{En: "withhold the points", Ko: "점수를 매기지 않음"}, {En: "as the lowest of the part", Ko: "해당 지표의 최저점"},
}

// String is the rule in words.
func (m MissingRule) String() string {
	return wordOf("rule for missing values", missingRules, uint8(m)).En
}

// MarshalText writes what String says.
func (m MissingRule) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// Korean is the rule in Korean.
func (m MissingRule) Korean() string {
	return wordOf("rule for missing values", missingRules, uint8(m)).Ko
}

// Bounds of an evaluation.
const (
	maxParts       = 100 // criteria
	maxPointPlaces = 20  // decimal places of points
	maxValues      = 50000
)

// JointEvaluation is several criteria weighed together. It is immutable; the
// zero JointEvaluation scores nobody.
type JointEvaluation struct {
	whole  Criterion // of its points
	kind   string
	scores []Score // in the order of the first part's peers
}

var hundred = decimal.New(100, 0)

// NewJointEvaluation scores every place by an evaluation of a name; source is the
// document that sets criteria and weights. The rule for missing values is needed, and
// so are the decimal places that points are rounded to, 0 to 20: an evaluation states
// them, as they decide which places tie. Weights are above 0 and add up to 100 exactly;
// every part has the same places, another criterion and a scoring. What does not stand
// is a [ghg.Fault], and all of it is reported.
func NewJointEvaluation(name, source string, missing MissingRule, places int32, parts ...WeightedCriterion) (JointEvaluation, error) {
	var faults ghg.Faults
	of := "joint evaluation " + words.Quote(name)
	if missing < Reweight || missing > AsLowest {
		faults.Refuse(of, "rule for missing values", "", "name rank.Reweight, rank.Withhold or rank.AsLowest")
	}
	if places < 0 || places > maxPointPlaces {
		faults.Refuse(of, "decimal places of points", strconv.Itoa(int(places)), fmt.Sprintf("from 0 to %d are allowed", maxPointPlaces))
	}
	if name == "" || len(name) > ghg.MaxName {
		faults.Refuse(of, "name", name, fmt.Sprintf("a name of at most %d bytes is needed", ghg.MaxName))
	}
	if source == "" {
		faults.Refuse(of, "source", "", "say which document sets criteria and weights")
	}
	checkParts(of, parts, &faults)
	if err := faults.Err(); err != nil {
		return JointEvaluation{}, err
	}
	e := JointEvaluation{kind: parts[0].Peers.def.kind,
		whole: Criterion{ID: "points", Name: name, Unit: "points of 100", Better: HigherIsBetter, Source: source}}
	for p := range parts[0].Peers.All() {
		e.scores = append(e.scores, Score{Place: p.Place, Criterion: e.whole, Weight: hundred, missing: missing})
	}
	for _, p := range parts {
		if err := e.mark(p, missing, places); err != nil {
			return JointEvaluation{}, fmt.Errorf("%s: %w", of, err)
		}
	}
	for i := range e.scores {
		if err := e.scores[i].total(places); err != nil {
			return JointEvaluation{}, fmt.Errorf("%s: %w", of, err)
		}
	}
	return e, nil
}

// checkParts adds what does not stand in the parts.
func checkParts(of string, parts []WeightedCriterion, faults *ghg.Faults) {
	if n := len(parts); n == 0 || n > maxParts {
		faults.Refuse(of, "parts", strconv.Itoa(n), fmt.Sprintf("1 to %d are needed", maxParts))
		return
	}
	if n := len(parts) * parts[0].Peers.Len(); n > maxValues {
		faults.Refuse(of, "values", strconv.Itoa(n), fmt.Sprintf("at most %d are allowed", maxValues))
		return
	}
	before := faults.Len()
	sum, known := decimal.Decimal{}, map[string]bool{}
	for i, p := range parts {
		part := fmt.Sprintf("part %d", i+1)
		if p.Peers.IsZero() {
			faults.Refuse(part, "peers", "", errNoPeers.Error())
			continue
		}
		c := p.Peers.def.criterion
		part += " " + words.Quote(c.ID)
		if known[c.ID] {
			faults.Refuse(part, "peers", c.ID, "given twice: each part has a criterion of its own")
		}
		known[c.ID] = true
		if err := exact.Check(p.Weight); err != nil || p.Weight.Sign() <= 0 {
			faults.Refuse(part, "weight", exact.Text(p.Weight), "a number above 0 is needed")
		} else {
			sum = sum.Add(p.Weight)
		}
		if p.Scoring.rule == nil {
			faults.Refuse(part, "scoring", "", "rank.ByRank, ByAttainment or ByBand is needed")
		} else {
			p.Scoring.rule.check(part, c, faults)
		}
		parts[0].Peers.same(part, p.Peers, faults)
	}
	if faults.Len() == before && !sum.Equal(hundred) {
		faults.Refuse(of, "weights", sum.String(), "they must add up to 100")
	}
}

// same refuses places that only one of two lists has.
func (p Peers) same(of string, o Peers, faults *ghg.Faults) {
	if p.IsZero() {
		return // refused already
	}
	for _, x := range [][2]Peers{{p, o}, {o, p}} {
		for a := range x[0].All() {
			if _, both := x[1].def.index[a.Place]; !both {
				faults.Refuse(of, "peers", string(a.Place), "all parts compare the same places, and one lacks it; list it there with an unknown value")
			}
		}
	}
}

// mark adds what every place reaches in a part.
func (e JointEvaluation) mark(p WeightedCriterion, missing MissingRule, places int32) error {
	shares, err := p.Scoring.rule.fractions(p.Peers)
	if err != nil {
		return err
	}
	points, lowest := make(map[ghg.PlaceID]decimal.Decimal, len(shares)), p.Weight
	for place, q := range shares {
		x, err := exact.Quotient(p.Weight.Mul(q.num), q.den, places)
		if err != nil {
			return err
		}
		points[place], lowest = x, decimal.Min(lowest, x)
	}
	for i := range e.scores {
		whole := &e.scores[i]
		peer := p.Peers.def.list[p.Peers.def.index[whole.Place]]
		part := Score{Place: whole.Place, Criterion: p.Peers.def.criterion, Value: peer.Value, Weight: p.Weight, missing: missing,
			Fraction: ghg.Undefined(valueText(peer.Value))}
		switch q, known := shares[whole.Place]; {
		case known:
			part.Fraction, part.Points, part.counts = ghg.Quotient(q.num, q.den, ""), points[whole.Place], true
		case missing == AsLowest:
			part.Points, part.counts = lowest, true
		}
		whole.Parts = append(whole.Parts, part)
	}
	return nil
}

// Scores yields the scores in the order of the first part's peers.
func (e JointEvaluation) Scores() iter.Seq[Score] {
	return func(yield func(Score) bool) {
		for _, s := range e.scores {
			s.Parts = slices.Clone(s.Parts)
			if !yield(s) {
				return
			}
		}
	}
}

// Score is what a place reaches, or a [*ghg.UnknownError].
func (e JointEvaluation) Score(place ghg.PlaceID) (Score, error) {
	of := clean(place)
	for s := range e.Scores() {
		if s.Place == of {
			return s, nil
		}
	}
	return Score{}, unknownPlace("joint evaluation "+words.Quote(e.whole.Name), place, slices.Values(e.list()))
}

// list are the places with their points.
func (e JointEvaluation) list() (out []Peer) {
	for _, s := range e.scores {
		out = append(out, Peer{Place: s.Place, Value: s.Value, Source: e.whole.Source})
	}
	return out
}

// Peers are the places compared by their points, for a [Ranking]. Withheld
// points are an unknown value.
func (e JointEvaluation) Peers() (Peers, error) {
	if len(e.scores) == 0 {
		return Peers{}, errNoPeers
	}
	return NewPeers(e.kind, e.whole, e.list())
}
