package rank

import (
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// JointEvaluationDefinition is what [NewJointEvaluation] makes an evaluation of.
type JointEvaluationDefinition struct {
	Name   string
	Source string // document that sets criteria and weights
	Parts  []Part
}

// Part is one criterion of an evaluation. All parts compare the same places.
type Part struct {
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
	MaxParts       = 100 // criteria
	MaxScorePlaces = 20  // decimal places of points
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
// missing values and the decimal places of points are needed. Weights are above
// 0 and add up to 100 exactly; every part has the same places, another
// criterion and a scoring.
func NewJointEvaluation(d JointEvaluationDefinition, missing MissingRule, places int32) (JointEvaluation, error) {
	fail := func(err error) (JointEvaluation, error) {
		return JointEvaluation{}, fmt.Errorf("joint evaluation %.60q: %w", d.Name, err)
	}
	if missing < Reweight || missing > AsLowest {
		return fail(errors.New("no rule for missing values given: name standing.Reweight, standing.Withhold or standing.AsLowest"))
	}
	if places < 0 || places > MaxScorePlaces {
		return fail(fmt.Errorf("%d decimal places of points: from 0 to %d are allowed", places, MaxScorePlaces))
	}
	d.Parts = slices.Clone(d.Parts)
	for i, p := range d.Parts {
		d.Parts[i].Scoring = own(p.Scoring)
	}
	if err := d.check(); err != nil {
		return fail(err)
	}
	e := &jointEvaluation{JointEvaluationDefinition: d, missing: missing, places: places, byRule: map[TieRule]*marking{}, index: map[ghg.PlaceID]int{}}
	for p := range d.Parts[0].Peers.All() {
		e.list = append(e.list, p.Place)
	}
	for _, ties := range append([]TieRule{0}, TieRules()...) {
		m, err := e.mark(ties)
		if err != nil {
			return fail(err)
		}
		e.byRule[ties] = m
	}
	for i, place := range e.list {
		e.index[place] = i
		s, err := e.score(i)
		if err != nil {
			return fail(err)
		}
		e.scores = append(e.scores, s)
	}
	return JointEvaluation{e}, nil
}

func (d JointEvaluationDefinition) check() error {
	if d.Name == "" || len(d.Name) > ghg.MaxName || d.Source == "" || len(d.Parts) == 0 || len(d.Parts) > MaxParts {
		return fmt.Errorf("a name of at most %d bytes, a source and 1 to %d parts are needed", ghg.MaxName, MaxParts)
	}
	if n := len(d.Parts) * d.Parts[0].Peers.Len(); n > maxValues {
		return fmt.Errorf("%d values: at most %d are allowed", n, maxValues)
	}
	var errs []error
	sum, known := decimal.Decimal{}, map[string]bool{}
	for i, p := range d.Parts {
		if p.Peers.IsZero() {
			errs = append(errs, fmt.Errorf("part %d: %w", i+1, ErrNoPeers))
			continue
		}
		id := p.Peers.def.criterion.ID
		where := fmt.Sprintf("part %d, %.60q", i+1, id)
		if known[id] {
			errs = append(errs, fmt.Errorf("%s: the criterion stands twice", where))
		}
		known[id] = true
		if err := exact.Check(p.Weight); err != nil {
			errs = append(errs, fmt.Errorf("%s: weight: %w", where, err))
			continue
		}
		if p.Weight.Sign() <= 0 {
			errs = append(errs, fmt.Errorf("%s: weight %s: above 0 is allowed", where, p.Weight))
		}
		sum = sum.Add(p.Weight)
		if p.Scoring == nil {
			errs = append(errs, fmt.Errorf("%s: no scoring given: standing.ByRank, ByAttainment or ByBand is allowed, by value", where))
		} else if err := p.Scoring.check(p.Peers.def.criterion); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", where, err))
		}
		if err := d.Parts[0].Peers.same(p.Peers); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", where, err))
		}
	}
	if len(errs) == 0 && !sum.Equal(hundred) {
		errs = append(errs, fmt.Errorf("the weights add up to %s: 100 is allowed", sum))
	}
	return errors.Join(errs...)
}

// same names a place that only one of two lists has.
func (p Peers) same(o Peers) error {
	if p.IsZero() {
		return nil // refused already
	}
	for _, x := range [][2]Peers{{p, o}, {o, p}} {
		for a := range x[0].All() {
			if _, err := x[1].Peer(a.Place); err != nil {
				return fmt.Errorf("all parts compare the same places: %.60q is missing in one; list it with an unknown value", a.Place)
			}
		}
	}
	return nil
}

// Len is the number of places.
func (e JointEvaluation) Len() int { return len(e.definition().scores) }

// MissingRule is what a missing value does to the points.
func (e JointEvaluation) MissingRule() MissingRule { return e.definition().missing }

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

// Score is what a place reaches, or a [*NoPeerError].
func (e JointEvaluation) Score(place ghg.PlaceID) (Score, error) {
	d := e.definition()
	i, ok := d.index[place]
	if !ok {
		return Score{}, &NoPeerError{place, d.Name}
	}
	s := d.scores[i]
	s.Parts = slices.Clone(s.Parts)
	return s, nil
}

// Peers are the places compared by their points, for a [Ranking]. Withheld
// points are an unknown value.
func (e JointEvaluation) Peers() (Peers, error) {
	d := e.definition()
	if len(d.Parts) == 0 {
		return Peers{}, ErrNoPeers
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
	return NewPeers(d.Parts[0].Peers.Kind(), c, list)
}

func (e JointEvaluation) definition() jointEvaluation {
	if e.def == nil {
		return jointEvaluation{}
	}
	return *e.def
}
