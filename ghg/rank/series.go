package rank

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Published is a rank as a document states it, for one year or for several alike,
// where the values of the others need not be known.
type Published struct {
	Year int `json:"year"`
	// Until is the last year that it is stated for; 0 where that is Year.
	Until int  `json:"until,omitempty"`
	Rank  int  `json:"rank"`  // 1 is the best
	Joint bool `json:"joint"` // other places have the same rank, as published
	Of    int  `json:"of"`    // places ranked, itself included; 0 where it is not stated
	// Value is the place's own and Mean that of all places, in the criterion's unit,
	// where they are published: for one year only.
	Value ghg.Ratio `json:"value"`
	Mean  ghg.Ratio `json:"mean"`
	// Method is the edition of the evaluation; "" where it is not stated.
	Method string `json:"method,omitempty"`
	Source string `json:"source,omitempty"` // the document; needed
}

// Series is the rank of one place by one criterion over years, as published, as
// computed, or both. It is immutable; the zero Series has no year.
type Series struct{ def *series }

type series struct {
	place       ghg.PlaceID
	among       words.Term
	criterion   Criterion
	published   []Published
	computed    map[int]Ranking
	first, last int // years of the statements
	years       []YearRank
	unranked    []int // years whose ranking has no value of the place
	findings    ghg.Findings
}

// maxStatements is how many published and computed ranks a series is made of.
const maxStatements = 1000

// NewSeries brings together what is known of a place's rank by a criterion. Among says
// of whom it is ranked: "metropolitan cities and provinces". Computed are rankings of the
// peers by year; the edition of the evaluation is the source of their criterion. Years
// are those of the evaluation or those that it is of, one or the other throughout.
//
// Several statements for a year must agree: a published rank lies within what the known
// values leave open, and two published ranks are the same, else the year is open between
// them and a finding of code [FindingRankContradicted] says so. Refused, all at once as
// [ghg.Faults], are a year that does not exist, a rank below 1 or beyond the places
// ranked, a statement without source, values stated for several years, and a ranking by
// another criterion or without the place.
func NewSeries(place ghg.PlaceID, among words.Term, c Criterion, published []Published, computed map[int]Ranking) (Series, error) {
	var faults ghg.Faults
	of := "series of ranks of " + words.Quote(string(place))
	if place == "" {
		faults.Refuse(of, "place", "", "a place is needed")
	} else {
		faults.CleanPlace(of, "Place", &place)
	}
	if among.En == "" || len(among.En) > ghg.MaxName {
		faults.Refuse(of, "among", among.En, fmt.Sprintf("say in at most %d bytes among whom the place is ranked", ghg.MaxName))
	}
	c.check(&faults)
	if n := len(published) + len(computed); n == 0 || n > maxStatements {
		faults.Refuse(of, "ranks", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", maxStatements))
		return Series{}, faults
	}
	s := &series{place: place, among: words.Term{En: among.En, Ko: cmp.Or(among.Ko, among.En)}, criterion: c,
		published: slices.Clone(published), computed: maps.Clone(computed)}
	for i := range s.published {
		s.published[i].check(fmt.Sprintf("%s, published rank %d", of, i+1), &faults)
	}
	for _, year := range s.computedYears() {
		s.checkComputed(fmt.Sprintf("%s, ranking of %d", of, year), year, &faults)
	}
	if err := faults.Err(); err != nil {
		return Series{}, err
	}
	s.fill()
	s.find()
	return Series{s}, nil
}

// computedYears are the years with a ranking.
func (s *series) computedYears() []int { return slices.Sorted(maps.Keys(s.computed)) }

// check refuses what does not stand in a statement.
func (p *Published) check(of string, faults *ghg.Faults) {
	if p.Until == 0 {
		p.Until = p.Year
	}
	for _, y := range [2]int{p.Year, p.Until} {
		if err := ghg.CheckYear("", y); err != nil {
			faults.Refuse(of, "year", strconv.Itoa(y), err.Error())
			return
		}
	}
	switch {
	case p.Until < p.Year:
		faults.Refuse(of, "until", strconv.Itoa(p.Until), fmt.Sprintf("it cannot be before %d", p.Year))
	case p.Until > p.Year && (p.Value.IsDefined() || p.Mean.IsDefined()):
		faults.Refuse(of, "value", p.Value.String(), "a value is that of one year: state the year by itself too")
	}
	if p.Rank < 1 || p.Of != 0 && p.Rank > p.Of {
		faults.Refuse(of, "rank", strconv.Itoa(p.Rank), "from 1 to the number of places ranked is allowed")
	}
	if p.Of < 0 || p.Of > maxPeers || p.Joint && p.Of == 1 {
		faults.Refuse(of, "of", strconv.Itoa(p.Of), fmt.Sprintf("0, where it is not stated, to %d places are allowed", maxPeers))
	}
	for _, v := range [2]ghg.Ratio{p.Value, p.Mean} {
		d, _ := v.Value()
		refuseNumber(of, "value", d, faults)
	}
	if p.Source == "" {
		faults.Refuse(of, "source", "", "name the document that states it")
	}
}

func (s *series) checkComputed(of string, year int, faults *ghg.Faults) {
	if err := ghg.CheckYear("", year); err != nil {
		faults.Refuse(of, "year", strconv.Itoa(year), err.Error())
	}
	peers := s.computed[year].peers
	if peers.IsZero() {
		faults.Refuse(of, "ranking", "", "make one with Peers.Ranking")
		return
	}
	if x := peers.Criterion(); x.ID != s.criterion.ID || x.Unit != s.criterion.Unit || x.Better != s.criterion.Better {
		faults.Refuse(of, "criterion", x.ID, fmt.Sprintf("ID, unit and direction of %s are needed, or ranks are of two things",
			words.Quote(s.criterion.ID)))
	}
	if _, err := peers.Peer(s.place); err != nil {
		faults.Refuse(of, "place", string(s.place), "it is none of the peers: list it there with an unknown value")
	}
}

// Years yields the years with a rank, from the first to the last.
func (s Series) Years() iter.Seq[YearRank] { return slices.Values(s.definition().years) }

// At is the rank in a year. A year without one is a [*ghg.NoFigureError].
func (s Series) At(year int) (YearRank, error) {
	d := s.definition()
	var have []int
	for _, y := range d.years {
		if y.Year == year {
			return y, nil
		}
		have = append(have, y.Year)
	}
	return YearRank{}, &ghg.NoFigureError{Of: "the rank of " + string(d.place), Year: year, Have: have}
}

// Findings are what the series leaves open or changes: years between the first and the
// last without a rank, changes of method and of the number of places, places without a
// value, and statements that contradict each other; one of each code.
func (s Series) Findings() ghg.Findings { return s.definition().findings }

func (s Series) definition() *series {
	if s.def == nil {
		return &series{}
	}
	return s.def
}

// until is the series without the years after one.
func (s *series) until(year int) Series {
	d := *s
	d.last = min(d.last, year)
	d.years, d.findings = nil, ghg.Findings{}
	for _, y := range s.years {
		if y.Year <= year {
			d.years = append(d.years, y)
		}
	}
	return Series{&d}
}

// fill makes the years of the statements.
func (s *series) fill() {
	byYear := map[int]*YearRank{}
	at := func(year int) *YearRank {
		if byYear[year] == nil {
			byYear[year] = &YearRank{Year: year, series: s}
		}
		return byYear[year]
	}
	for _, p := range s.published {
		for year := p.Year; year <= p.Until; year++ {
			at(year).publish(p)
		}
	}
	for _, year := range s.computedYears() {
		ranking := s.computed[year]
		standing, err := ranking.Of(s.place)
		if err == nil {
			at(year).compute(standing, ranking.peers.Criterion().Source)
		} else if byYear[year] == nil { // a place without a value has no rank
			s.unranked = append(s.unranked, year)
		}
	}
	for _, y := range byYear {
		s.years = append(s.years, *y)
	}
	slices.SortFunc(s.years, func(a, b YearRank) int { return a.Year - b.Year })
	all := slices.Clone(s.unranked)
	for year := range byYear {
		all = append(all, year)
	}
	s.first, s.last = slices.Min(all), slices.Max(all)
}

// whole is a number of places or a rank as a decimal.
func whole(n int) decimal.Decimal { return decimal.New(int64(n), 0) }
