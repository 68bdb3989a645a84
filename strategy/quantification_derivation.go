package strategy

import (
	"cmp"
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// quantifiedWords are the labels of the derivation of a quantification.
var quantifiedWords = struct {
	title, quantity, without, after, new, life, decay, byAge, working, kept, allKept, counts, published, inUnit, ofUnit, perUnit, share,
	saves, factor, cut, net, gross, official, unknown, why words.Term
}{
	title:     words.Term{En: "%s: %s reduction in %d", Ko: "%s: %s 감축량, %d년"},
	quantity:  words.Term{En: "%s, %s", Ko: "%s, %s"},
	without:   words.Term{En: "without the project", Ko: "사업이 없을 때의 물량"},
	after:     words.Term{En: "nothing more after %d", Ko: "%d년 이후 추가 없음"},
	new:       words.Term{En: "new in the year, with what is renewed", Ko: "연간 신규(교체 포함)"},
	life:      words.Term{En: "years in which one works", Ko: "내용연수(년)"},
	decay:     words.Term{En: "share that is lost each year", Ko: "연간 효과 감소율"},
	byAge:     words.Term{En: "what one does in %d, as a share of its full effect", Ko: "%d년 효과 비율"},
	working:   words.Term{En: "quantity that works in %d", Ko: "%d년 가동 물량"},
	kept:      words.Term{En: "share that counts", Ko: "인정 비율"},
	allKept:   words.Term{En: "share that counts of all reasons", Ko: "전체 인정 비율"},
	counts:    words.Term{En: "quantity that counts", Ko: "인정 물량"},
	published: words.Term{En: "reduction unit %s as published", Ko: "감축원단위 %s(공표값)"},
	inUnit:    words.Term{En: "the same in %s", Ko: "%s 환산 물량"},
	ofUnit:    words.Term{En: "1 %s in the base unit", Ko: "1 %s의 기본 단위 값"},
	perUnit:   words.Term{En: "%s per %s", Ko: "%s(1 %s당)"},
	share:     words.Term{En: "share that is cut of %s", Ko: "%s 감축률"},
	saves:     words.Term{En: "what one saves on %s", Ko: "%s 단위 절감량"},
	factor:    words.Term{En: "factor of %s, %s", Ko: "%s 배출계수, %s"},
	cut:       words.Term{En: "reduction on %s", Ko: "%s 감축량"},
	net:       words.Term{En: "net reduction on all sources", Ko: "전체 순감축량"},
	gross:     words.Term{En: "quantity that works, with what there would be without the project", Ko: "사업이 없을 때를 포함한 가동 물량"},
	official:  words.Term{En: "reduction by the published unit", Ko: "공표 감축원단위 기준 감축량"},
	unknown:   words.Term{En: "reduction on %s", Ko: "%s 감축량"},
	why:       words.Term{En: "unknown: a quantity that would work, or its factor, is not given", Ko: "미상: 가동 물량이나 배출계수 미기재"},
}

// Explain is what it cuts in a year as a derivation: the quantities by year, what is new
// and how long it works, what is kept of it, saving per one × factor on each source,
// and the net sum; beside it what the published unit gives. There is none without
// quantities of the kind.
func (q Quantification) Explain(k Kind, year int) derivation.Derivation {
	r, err := q.reckon(k, year, year, false)
	if err != nil {
		return derivation.Derivation{}
	}
	d := q.def
	s := &quantifiedSheet{r: r, q: d, year: year}
	title := quantifiedWords.title.With(d.ID, k.term(), year)
	if !s.quantities() {
		s.told("u", quantifiedWords.unknown.With(words.Term{En: d.Counts, Ko: d.Counts}))
		return s.Made(title, derived)
	}
	s.judged()
	if len(d.Effects) == 0 {
		s.published()
		return s.Made(title, derived)
	}
	if !d.Published.IsZero() {
		s.beside()
	}
	known := true
	var sum string
	for i, u := range r.c.effects {
		known = s.effect(strconv.Itoa(i+1), u) && known
		sum += fmt.Sprintf(" + C%d", i+1)
	}
	if net, err := q.Net(k, year, year); err == nil && known && len(d.Effects) > 1 {
		c, _ := net.At(year)
		s.Computed("C", quantifiedWords.net, c.Metric().Unit(), sum[len(" + "):], exactly, tonnes(c))
	}
	return s.Made(title, derived)
}

// quantifiedSheet is the worksheet of a quantification in the making.
type quantifiedSheet struct {
	derivation.Sheet
	r    reckoning
	q    *quantification
	year int
	// span is the first year of what works, as a formula, each what is new in a year, and worth what one of
	// them does in the year, as formulas; all is the sum.
	span             string
	each, worth, all string
	judges           string // " × kept" where not all counts
}

func (s *quantifiedSheet) told(symbol string, what words.Term) {
	s.Told(symbol, what, quantifiedWords.why)
}

// unit is that of the quantities; "" where they are shares.
func (s *quantifiedSheet) unit() string {
	if s.q.Unit.IsZero() {
		return ""
	}
	return s.q.Unit.String()
}

// to24 is how a quantity that works is rounded.
var to24 = derivation.ToPlaces(workingPlaces)

// quantities adds those of the years, and what works of them. It is false where one that
// would work is not known.
func (s *quantifiedSheet) quantities() bool {
	first, _, ok := s.r.cohorts(s.year)
	if !ok {
		return false
	}
	start, d := first, s.q
	if d.Counting == NewInYear {
		start = s.r.c.years[0]
	}
	var rows []derivation.Row
	var x, x0 []derivation.Value
	some := false
	for y := start; y <= s.year; y++ {
		row := derivation.Row{ID: strconv.Itoa(y)}
		with, known := s.r.c.x[y]
		without, has := s.r.c.x0[y]
		some = some || has
		v := derivation.Number(with)
		switch {
		case known:
			line := d.Quantities[s.r.c.line[y]]
			row.Source = cmp.Or(line.By, line.Source, d.Source)
		case s.r.c.last > 0 && y > s.r.c.last:
			row.Label = quantifiedWords.after.With(s.r.c.last)
		default:
			v = derivation.Undefined(quantifiedWords.why)
		}
		rows, x, x0 = append(rows, row), append(x, v), append(x0, derivation.Number(without))
	}
	s.Index("y", rows...)
	counting := words.Term{En: d.Counting.String(), Ko: d.Counting.Korean()}
	s.Given("x", quantifiedWords.quantity.With(d.Counts, counting), s.unit(), "", x...).Index = "y"
	if s.each = "x[y]"; some {
		s.Given("x0", quantifiedWords.without, s.unit(), "", x0...).Index = "y"
		s.each = "(x[y] - x0[y])"
	}
	s.all = replaceRow(s.each, "y", strconv.Itoa(s.year))
	if d.Counting == NewInYear {
		s.renewals(start)
		s.life(start)
		s.all = s.over(s.each + s.worth)
	}
	n, _ := s.r.working(s.year)
	s.Computed("K", quantifiedWords.working.With(s.year), s.unit(), s.all, to24, derivation.Number(n))
	return true
}

// renewals adds what is new in each year with what replaces what expired.
func (s *quantifiedSheet) renewals(start int) {
	life, to := s.q.Life.years(), s.q.Life.RenewedTo
	if life == 0 || start+life > min(s.year, to) {
		return
	}
	times := fmt.Sprintf("m = 1..down((y - %d) / %d; 0) × (y ≤ %d)", start, life, to)
	earlier := fmt.Sprintf("y - m × %d", life)
	values := make([]derivation.Value, len(s.r.news))
	all := true
	for i, n := range s.r.news {
		if values[i] = derivation.Number(n.units); !n.known {
			values[i], all = derivation.Undefined(quantifiedWords.why), false
		}
	}
	formula := fmt.Sprintf("%s + sum(%s: %s)", s.each, times, replaceRow(s.each, "y", earlier))
	step := s.Computed("n", quantifiedWords.new, s.unit(), formula, exactly, values...)
	if step.Index = "y"; !all {
		step.When = fmt.Sprintf("known(x[y]) and prod(%s: known(x[%s])) = 1", times, earlier)
	}
	s.each = "n[y]"
}

// over is the sum over the years of installation of what works.
func (s *quantifiedSheet) over(of string) string {
	return fmt.Sprintf("sum(y = %s..%d: %s)", s.span, s.year, of)
}

// life adds how long one works, and what one that was installed in a year still does.
func (s *quantifiedSheet) life(start int) {
	l := s.q.Life
	s.span = strconv.Itoa(start)
	if n := l.years(); n > 0 {
		s.Given("L", quantifiedWords.life, "", s.q.Source, derivation.Number(decimal.NewFromInt(int64(n))))
		s.span = fmt.Sprintf("max(%d; %d - L + 1)", start, s.year)
	}
	switch {
	case len(l.ByAge) > 0:
		rows := s.Indices[0].Rows
		values := make([]decimal.Decimal, len(rows))
		for i := range rows {
			if age := len(rows) - 1 - i; age < len(l.ByAge) {
				values[i] = l.ByAge[age].Fraction()
			}
		}
		s.Given("w", quantifiedWords.byAge.With(s.year), "", "", derivation.Numbers(values...)...).Index = "y"
		s.worth = " × w[y]"
	case !l.Decay.IsUnset() && !l.Decay.Fraction().IsZero():
		s.Given("d", quantifiedWords.decay, "", s.q.Source, derivation.Number(l.Decay.Fraction()))
		s.worth = fmt.Sprintf(" × (1 - d)^(%d - y)", s.year)
	}
}

// judged adds what is kept.
func (s *quantifiedSheet) judged() {
	if len(s.q.Judged) == 0 {
		return
	}
	var rows []derivation.Row
	var kept []decimal.Decimal
	for i, j := range s.q.Judged {
		label := j.Why.term()
		if j.Text != "" {
			label = words.Term{En: label.En + " (" + j.Text + ")", Ko: label.Ko + "(" + j.Text + ")"}
		}
		rows = append(rows, derivation.Row{ID: strconv.Itoa(i + 1), Label: label, Source: cmp.Or(j.Source, s.q.Source)})
		kept = append(kept, j.Kept.Fraction())
	}
	s.Index("j", rows...)
	s.Given("k", quantifiedWords.kept, "", "", derivation.Numbers(kept...)...).Index = "j"
	s.Computed("kept", quantifiedWords.allKept, "", "prod(j: k[j])", exactly, derivation.Number(s.q.kept))
	s.judges = " × kept"
}

// kept adds what counts, once: of what works unrounded, as effects take it, or of what
// works as it is rounded. The answer is its symbol.
func (s *quantifiedSheet) kept(of string) string {
	switch {
	case s.judges == "": // both are rounded alike
		return "K"
	case s.has("N"):
		return "N"
	}
	_, worth, _ := s.r.cohorts(s.year)
	sum := sumOf(worth)
	if of == "K" {
		sum = shortened(sum)
	}
	s.Computed("N", quantifiedWords.counts, s.unit(), of+s.judges, to24, derivation.Number(shortened(sum.Mul(s.q.kept))))
	return "N"
}

func (s *quantifiedSheet) has(symbol string) bool {
	for _, x := range s.Steps {
		if x.Symbol == symbol {
			return true
		}
	}
	return false
}
