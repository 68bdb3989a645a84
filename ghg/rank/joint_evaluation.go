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

// JointEvaluationDefinition is what [NewJointEvaluation] makes an evaluation of.
type JointEvaluationDefinition struct {
	Name   string
	Source string // document that sets criteria and weights
	Parts  []WeightedCriterion
}

// WeightedCriterion is one criterion of an evaluation. All parts compare the same places.
type WeightedCriterion struct {
	Peers   Peers
	Weight  decimal.Decimal // points of a full score; all weights make 100
	Scoring Scoring
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

var missingRules = []string{"none", "reweight the others to 100", "withhold the points", "as the lowest of the part"}

// String is the rule in words.
func (m MissingRule) String() string { return word("rule for missing values", missingRules, uint8(m)) }

// Bounds of an evaluation.
const (
	maxParts       = 100 // criteria
	maxPointPlaces = 20  // decimal places of points
	maxValues      = 50000
)

// JointEvaluation is several criteria weighed together. It is immutable; the
// zero JointEvaluation scores nobody.
type JointEvaluation struct{ def *jointEvaluation }

type jointEvaluation struct {
	JointEvaluationDefinition
	missing MissingRule
	places  int32
	list    []ghg.PlaceID        // in the order of the first part
	byRule  map[TieRule]*marking // of parts by rank; the zero rule is each part's own
	scores  []Score
	index   map[ghg.PlaceID]int
}

var hundred = decimal.New(100, 0)

// NewJointEvaluation checks a definition and scores every place. The rule for
// missing values is needed, and so are the decimal places that points are rounded
// to, 0 to 20: an evaluation states them, as they decide which places tie. Weights
// are above 0 and add up to 100 exactly; every part has the same places, another
// criterion and a scoring. What does not stand is a [ghg.Fault], and all of it is
// reported.
func NewJointEvaluation(d JointEvaluationDefinition, missing MissingRule, places int32) (JointEvaluation, error) {
	var faults ghg.Faults
	of := "joint evaluation " + words.Quote(d.Name)
	if missing < Reweight || missing > AsLowest {
		faults.Refuse(of, "rule for missing values", "", "name rank.Reweight, rank.Withhold or rank.AsLowest")
	}
	if places < 0 || places > maxPointPlaces {
		faults.Refuse(of, "decimal places of points", strconv.Itoa(int(places)), fmt.Sprintf("from 0 to %d are allowed", maxPointPlaces))
	}
	d.Parts = slices.Clone(d.Parts)
	for i, p := range d.Parts {
		d.Parts[i].Scoring = own(p.Scoring)
	}
	d.check(of, &faults)
	if err := faults.Err(); err != nil {
		return JointEvaluation{}, err
	}
	e := &jointEvaluation{JointEvaluationDefinition: d, missing: missing, places: places,
		byRule: map[TieRule]*marking{}, index: map[ghg.PlaceID]int{}}
	for p := range d.Parts[0].Peers.All() {
		e.list = append(e.list, p.Place)
	}
	for _, ties := range append([]TieRule{0}, TieRules()...) {
		m, err := e.mark(ties)
		if err != nil {
			return JointEvaluation{}, fmt.Errorf("%s: %w", of, err)
		}
		e.byRule[ties] = m
	}
	for i, place := range e.list {
		e.index[place] = i
		s, err := e.score(i)
		if err != nil {
			return JointEvaluation{}, fmt.Errorf("%s: %w", of, err)
		}
		e.scores = append(e.scores, s)
	}
	return JointEvaluation{e}, nil
}

// check adds what does not stand in a definition.
func (d JointEvaluationDefinition) check(of string, faults *ghg.Faults) {
	if d.Name == "" || len(d.Name) > ghg.MaxName {
		faults.Refuse(of, "name", d.Name, fmt.Sprintf("a name of at most %d bytes is needed", ghg.MaxName))
	}
	if d.Source == "" {
		faults.Refuse(of, "source", "", "say which document sets criteria and weights")
	}
	if n := len(d.Parts); n == 0 || n > maxParts {
		faults.Refuse(of, "parts", strconv.Itoa(n), fmt.Sprintf("1 to %d are needed", maxParts))
		return
	}
	if n := len(d.Parts) * d.Parts[0].Peers.Len(); n > maxValues {
		faults.Refuse(of, "values", strconv.Itoa(n), fmt.Sprintf("at most %d are allowed", maxValues))
		return
	}
	before := faults.Len()
	sum, known := decimal.Decimal{}, map[string]bool{}
	for i, p := range d.Parts {
		part := fmt.Sprintf("part %d", i+1)
		if p.Peers.IsZero() {
			faults.Refuse(part, "peers", "", errNoPeers.Error())
			continue
		}
		id := p.Peers.def.criterion.ID
		part += " " + words.Quote(id)
		if known[id] {
			faults.Refuse(part, "peers", id, "given twice: each part has a criterion of its own")
		}
		known[id] = true
		if err := exact.Check(p.Weight); err != nil || p.Weight.Sign() <= 0 {
			faults.Refuse(part, "weight", exact.Text(p.Weight), "a number above 0 is needed")
		} else {
			sum = sum.Add(p.Weight)
		}
		if p.Scoring == nil {
			faults.Refuse(part, "scoring", "", "rank.ByRank, ByAttainment or ByBand is needed, by value")
		} else {
			p.Scoring.check(part, p.Peers.def.criterion, faults)
		}
		d.Parts[0].Peers.same(part, p.Peers, faults)
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

// Len is the number of places.
func (e JointEvaluation) Len() int { return len(e.definition().scores) }

// Scores yields the scores in the order of the first part's peers.
func (e JointEvaluation) Scores() iter.Seq[Score] {
	return func(yield func(Score) bool) {
		for _, s := range e.definition().scores {
			s.Parts = slices.Clone(s.Parts)
			if !yield(s) {
				return
			}
		}
	}
}

// Score is what a place reaches, or a [*ghg.UnknownError].
func (e JointEvaluation) Score(place ghg.PlaceID) (Score, error) {
	d := e.definition()
	i, ok := d.index[clean(place)]
	if !ok {
		return Score{}, d.unknown(place)
	}
	s := d.scores[i]
	s.Parts = slices.Clone(s.Parts)
	return s, nil
}

func (e *jointEvaluation) unknown(place ghg.PlaceID) error {
	var all Peers
	if len(e.Parts) > 0 {
		all = e.Parts[0].Peers
	}
	return unknownPlace("joint evaluation "+words.Quote(e.Name), place, all.All())
}

// Peers are the places compared by their points, for a [Ranking]. Withheld
// points are an unknown value.
func (e JointEvaluation) Peers() (Peers, error) {
	d := e.definition()
	if len(d.Parts) == 0 {
		return Peers{}, errNoPeers
	}
	var list []Peer
	for _, s := range d.scores {
		v := Known(s.Points)
		if s.Withheld != "" {
			v = Unknown(s.Withheld)
		}
		list = append(list, Peer{Place: s.Place, Value: v, Source: d.Source})
	}
	c := Criterion{ID: "points", Name: d.Name, Unit: "points of 100", Better: HigherIsBetter, Source: d.Source}
	return NewPeers(d.Parts[0].Peers.def.kind, c, list)
}

func (e JointEvaluation) definition() jointEvaluation {
	if e.def == nil {
		return jointEvaluation{}
	}
	return *e.def
}
