package rollup

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// By is what kind of thing a whole is shared by.
type By uint8

// The kinds of proxies.
const (
	ByPopulation By = iota + 1 // persons or households
	ByArea
	ByActivity // any other activity data: vehicle-kilometres, sales of gas, heads of cattle
	ByShares   // shares that a document states
)

var byTerms = [...]words.Term{{}, {En: "population", Ko: "인구"}, {En: "area", Ko: "면적"}, {En: "activity", Ko: "활동자료"},
	{En: "stated shares", Ko: "공표된 비율"}}

func (b By) term() words.Term {
	if b >= ByPopulation && b <= ByShares {
		return byTerms[b]
	}
	return words.Term{En: fmt.Sprintf("unknown (%d)", uint8(b)), Ko: fmt.Sprintf("알 수 없음 (%d)", uint8(b))}
}

// String is the kind in small letters: "population".
func (b By) String() string { return b.term().En }

// MarshalText writes what String says.
func (b By) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// Korean is the kind in Korean: "인구".
func (b By) Korean() string { return b.term().Ko }

// ErrNoProxy says that the zero Proxy was asked.
var ErrNoProxy = errors.New("no proxy: make one with rollup.NewProxy")

// Proxy is what a whole is shared by: a weight for each of the places that it is shared
// to, in a list whose order settles ties. It is immutable. See the package documentation
// for the rule.
type Proxy struct{ def *proxy }

type proxy struct {
	ProxyDefinition
	weights  []decimal.Decimal
	sum      decimal.Decimal
	unit     string       // of the weights: "km2"; "" of shares
	total    ghg.Quantity // that the weights are of, where they are quantities
	from, to int          // the years that it was interpolated between, or 0
}

// ProxyDefinition is what [NewProxy] makes a proxy of. All but Name, Quality and Normalise
// is needed.
type ProxyDefinition struct {
	By     By
	Name   string // what it counts: "vehicle-km of cars"; needed of an activity
	Year   int    // that the weights are of
	Source string // document or data set
	// Parts are the places, each once, with their weights.
	Parts []ProxyPart
	// Quality grades the activity data of what is made with it.
	Quality ghg.Quality
	// Normalise takes stated shares as weights, whatever they add up to. Others are
	// weights anyway.
	Normalise bool
}

// ProxyPart is a place with its weight: a quantity, or of stated shares a share.
type ProxyPart struct {
	Place    ghg.PlaceID
	Quantity ghg.Quantity
	Share    ghg.Share
}

// The codes of faults in what is shared, and by what.
const (
	FaultNoChildren       = "no-children"
	FaultNegativeWeight   = "negative-weight"
	FaultNoPositiveWeight = "no-positive-weight" // all weights are 0
	FaultSharesNotOne     = "shares-do-not-sum-to-one"
	FaultFinerThanScale   = "total-finer-than-scale"
	FaultPartsDiffer      = "parts-differ-from-whole"
)

// maxDownscaled is to how many places a whole is shared, and how many records are made.
const maxDownscaled = 1_000_000

// NewProxy checks a definition and makes a proxy of it. What does not stand is refused
// with [ghg.Faults]. Quantities in several units that meet are weights in the one that
// they add up in.
func NewProxy(d ProxyDefinition) (Proxy, error) {
	c := proxyCheck{of: "proxy by " + d.By.String()}
	c.definition(d)
	if len(d.Parts) > maxDownscaled {
		return Proxy{}, c.faults
	}
	p := &proxy{ProxyDefinition: d}
	p.Parts = make([]ProxyPart, 0, len(d.Parts))
	seen := make(map[ghg.PlaceID]bool, len(d.Parts))
	for _, x := range d.Parts {
		x.Place = c.place(x.Place, seen)
		if d.By == ByShares {
			p.weights = append(p.weights, c.share(x))
		} else {
			c.quantity(d.By, x)
		}
		p.Parts = append(p.Parts, x)
	}
	if d.By != ByShares && c.faults.Len() == 0 {
		p.weigh(&c)
	}
	if c.faults.Len() > 0 {
		return Proxy{}, c.faults
	}
	for _, w := range p.weights {
		p.sum = p.sum.Add(w)
	}
	switch {
	case p.sum.IsZero():
		c.refuse(FaultNoPositiveWeight, "weights", "0", "all are 0: there is nothing to share by, and equal parts are not made in silence")
	case d.By == ByShares && !d.Normalise && !p.sum.Equal(decimal.New(1, 0)):
		c.refuse(FaultSharesNotOne, "shares", p.sum.String(), "they add up to this and not to 1: mend them, or have them normalised")
	}
	if err := c.faults.Err(); err != nil {
		return Proxy{}, err
	}
	return Proxy{p}, nil
}

// weigh makes weights of quantities, in the unit that they add up in.
func (p *proxy) weigh(c *proxyCheck) {
	sum, err := p.Parts[0].Quantity, error(nil)
	for _, x := range p.Parts[1:] {
		if sum, err = sum.Add(x.Quantity); err != nil {
			c.refuse(ghg.FaultUnit, "weight", x.Quantity.String(), "that of "+string(x.Place)+": "+err.Error())
			return
		}
	}
	p.unit, p.total = sum.Unit().String(), sum
	for _, x := range p.Parts {
		q, err := x.Quantity.In(sum.Unit())
		if err != nil {
			c.refuse(ghg.FaultUnit, "weight", x.Quantity.String(), "that of "+string(x.Place)+": "+err.Error())
		}
		p.weights = append(p.weights, q.Amount())
	}
}

// Between is the proxy of a year between those of two proxies of one kind and the same
// places in the same order, with
//
//	share(y) = share(a) × (b − y)/(b − a) + share(b) × (y − a)/(b − a)
//
// which is exact. A year outside them is a [*ghg.YearError]: no share is carried beyond the
// years that are known. Take the proxy of the nearest year itself, which a finding tells.
func (p Proxy) Between(o Proxy, year int) (Proxy, error) {
	if p.def == nil || o.def == nil {
		return Proxy{}, ErrNoProxy
	}
	a, b := p.def, o.def
	if a.Year > b.Year {
		a, b = b, a
	}
	c := proxyCheck{of: "proxy between " + Proxy{a}.String() + " and " + Proxy{b}.String()}
	switch {
	case a.Year == b.Year:
		c.refuse(ghg.FaultMismatch, "year", fmt.Sprint(a.Year), "both are of one year")
	case a.By != b.By:
		c.refuse(ghg.FaultMismatch, "by", b.By.String(), "both are of one kind")
	case len(a.Parts) != len(b.Parts):
		c.refuse(ghg.FaultMismatch, "parts", fmt.Sprint(len(b.Parts)), fmt.Sprintf("both have the same places, here %d", len(a.Parts)))
	default:
		for i, x := range a.Parts {
			if b.Parts[i].Place != x.Place {
				c.refuse(ghg.FaultMismatch, "parts", string(b.Parts[i].Place), "both have the same places in the same order, here "+string(x.Place))
				break
			}
		}
	}
	if err := c.faults.Err(); err != nil {
		return Proxy{}, err
	}
	if year < a.Year || year > b.Year {
		return Proxy{}, &ghg.YearError{Of: c.of, Year: year, First: a.Year, Last: b.Year}
	}
	out := *a
	out.Year, out.unit, out.total, out.from, out.to = year, "", ghg.Quantity{}, a.Year, b.Year
	if out.Quality = max(a.Quality, b.Quality); min(a.Quality, b.Quality) == ghg.NoQuality {
		out.Quality = ghg.NoQuality
	}
	if a.Source != b.Source {
		out.Source += "; " + b.Source
	}
	fromA, fromB := b.sum.Mul(decimal.New(int64(b.Year-year), 0)), a.sum.Mul(decimal.New(int64(year-a.Year), 0))
	out.weights, out.sum = make([]decimal.Decimal, len(a.weights)), decimal.Zero
	for i := range out.weights {
		out.weights[i] = a.weights[i].Mul(fromA).Add(b.weights[i].Mul(fromB))
		out.sum = out.sum.Add(out.weights[i])
		if err := exact.CheckResult(out.weights[i]); err != nil {
			return Proxy{}, fmt.Errorf("%s: %w", c.of, err)
		}
	}
	return Proxy{&out}, nil
}

// Fits holds weights that are figures of the whole itself, masses that the places are known
// to emit, against the whole: they may be a share of their sum apart, such as 1 %. Beyond it
// is a [ghg.Fault] with [FaultPartsDiffer]: they are of another edition or boundary, or one
// of them is wrong, and shares made of them would hide it. Weights that are no masses are
// one in their unit. What gases and metric they are of is for the caller to know.
func (p Proxy) Fits(whole ghg.CO2e, within ghg.Share) error {
	if p.def == nil {
		return ErrNoProxy
	}
	known, err := p.def.total.Mass()
	if err != nil {
		return ghg.Fault{Code: ghg.FaultUnit, Of: p.String(), Field: "weights", Value: p.def.unit, Detail: "masses are needed: " + err.Error()}
	}
	off := whole.Tonnes().Sub(known.Tonnes()).Abs()
	if off.GreaterThan(within.Fraction().Mul(known.Tonnes())) {
		return ghg.Fault{Code: FaultPartsDiffer, Of: p.String(), Field: "weights", Value: known.String(),
			Detail: fmt.Sprintf("they add up to this, and the whole is %s: they may be %s of it apart", whole, within)}
	}
	return nil
}

// IsZero reports whether there is no proxy.
func (p Proxy) IsZero() bool { return p.def == nil }

// String is "population of 2022 (resident register)", with what an activity counts.
func (p Proxy) String() string { return p.term().En }

// Korean is the proxy in Korean: "2022년 인구(주민등록인구)".
func (p Proxy) Korean() string { return p.term().Ko }

var (
	proxyTerm   = words.Term{En: "%[2]s of %[1]s (%[3]s)", Ko: "%s %s(%s)"}
	proxyYearOf = words.Term{En: "%d", Ko: "%d년"}
	proxyWithin = words.Term{En: "%d, interpolated between %d and %d", Ko: "%d년(%d년과 %d년 사이 보간)"}
	proxyNamed  = words.Term{En: "%s (%s)", Ko: "%s(%s)"}
	noProxy     = words.Term{En: "no proxy", Ko: "배분 기준 없음"}
)

func (p Proxy) term() words.Term {
	if p.def == nil {
		return noProxy
	}
	d, what := p.def, p.def.By.term()
	if d.Name != "" {
		what = proxyNamed.With(what, d.Name)
	}
	year := proxyYearOf.With(d.Year)
	if d.from != 0 {
		year = proxyWithin.With(d.Year, d.from, d.to)
	}
	return proxyTerm.With(year, what, d.Source)
}

type jsonProxyPart struct {
	Place  ghg.PlaceID `json:"place"`
	Weight string      `json:"weight"`
}

// MarshalJSON writes the proxy with its weights. The zero Proxy is null.
func (p Proxy) MarshalJSON() ([]byte, error) {
	if p.def == nil {
		return []byte("null"), nil
	}
	d := p.def
	out := struct {
		By      string          `json:"by"`
		Name    string          `json:"name,omitempty"`
		Year    int             `json:"year"`
		Between []int           `json:"between,omitempty"` // that it was interpolated
		Source  string          `json:"source"`
		Unit    string          `json:"unit,omitempty"`
		Parts   []jsonProxyPart `json:"parts"`
	}{d.By.String(), d.Name, d.Year, nil, d.Source, d.unit, make([]jsonProxyPart, len(d.Parts))}
	if d.from != 0 {
		out.Between = []int{d.from, d.to}
	}
	for i, x := range d.Parts {
		out.Parts[i] = jsonProxyPart{x.Place, d.weights[i].String()}
	}
	return json.Marshal(out)
}
