package korea_test

import (
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func tagged(tag string, projects int, m strategy.Money) korea.TaggedLine {
	return korea.TaggedLine{Tag: tag, Projects: projects, Money: m}
}

// gyeongnam are the figures that the province printed for 2025, in thousands of
// won.
var gyeongnam = []struct {
	tag      string
	projects int
	amount   string
	printed  string // in the first table
}{
	{"기후친화", 361, "1720112741", "28"}, {"부정영향", 144, "475335303", "7"}, {"잠재영향", 51, "169851258", "3"}, {"중립", 2254, "3829623953", "62"},
}

func TestGyeongnam2025(t *testing.T) {
	var lines []korea.TaggedLine
	for _, g := range gyeongnam {
		lines = append(lines, tagged(g.tag, g.projects, won(g.amount+"천원")))
	}
	b, err := korea.GyeongnamTagging.Tally(lines)
	require.NoError(t, err)
	assert.Equal(t, 2810, b.Projects())
	assert.True(t, won("6194923255천원").Equal(b.Total()))
	whole := must(b.Percentages(0))
	i := 0
	sum := b.Total().Zero()
	for c := range b.Classes() {
		assert.Equal(t, gyeongnam[i].projects, c.Projects)
		assert.Equal(t, gyeongnam[i].printed, whole[i].String(), "closed on 100 by largest remainder, the printed shares come out")
		sum = must(sum.Add(c.Money))
		i++
	}
	assert.True(t, sum.Equal(b.Total()))
	// 169,851,258 / 6,194,923,255 = 2.74 %. The page prints 3 % in one table and
	// 23 % in the comparison with 2024; rounded one by one, its shares would
	// add up to 28 + 8 + 3 + 62 = 101.
	tenths := must(b.Percentages(2))
	assert.Equal(t, "[27.77 7.67 2.74 61.82]", strings.ReplaceAll(sprint(tenths), ",", ""))
	assert.False(t, tenths[2].Equal(n("23")))
	for c := range b.Classes() {
		if c.Class.Code == "potential" {
			assert.Equal(t, "2.7%", c.Share.Percent(1))
		}
	}
	assert.Equal(t, "gyeongnam", b.Scheme().ID())
	assert.NotEmpty(t, b.Scheme().Source())
}

func sprint(ds []decimal.Decimal) string {
	var out []string
	for _, d := range ds {
		out = append(out, d.String())
	}
	return "[" + strings.Join(out, " ") + "]"
}

func TestTags(t *testing.T) {
	one := won("1원")
	b := must(korea.NationalTagging.Tally([]korea.TaggedLine{
		tagged("감축", 1, one), tagged("reducing", 1, one), tagged(" 배출 ", 1, one), tagged("중립", 1, one), tagged("정보부족", 2, won("5원"))}))
	var got []int
	for c := range b.Classes() {
		got = append(got, c.Projects)
	}
	assert.Equal(t, []int{2, 1, 3}, got, "what is too little known is neutral")
	_, err := korea.GyeonggiTagging.Tally([]korea.TaggedLine{tagged("복합", 1, one)})
	assert.NoError(t, err)
	_, err = korea.NationalTagging.Tally([]korea.TaggedLine{tagged("복합", 1, one), tagged("", 1, one)})
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	require.Len(t, faults.All, 2)
	assert.Equal(t, ghg.Fault{Code: ghg.FaultDefinition, Of: "budget line 1", Field: "tag", Value: "복합",
		Detail: "no class of scheme national: allowed are 감축, 배출, 중립"}, faults.All[0])
	assert.Equal(t, "budget line 2", faults.All[1].Of)
	assert.Equal(t, "Gyeonggi: 감축, 배출, 복합, 중립", korea.GyeonggiTagging.String())
	for c := range korea.NationalTagging.Classes() {
		if c.Code == "neutral" {
			c.Includes[0] = "changed"
		}
		assert.NotEqual(t, "", c.Meaning)
	}
	_, err = korea.NationalTagging.Tally([]korea.TaggedLine{tagged("정보부족", 1, one)})
	assert.NoError(t, err)
	for range korea.NationalTagging.Classes() {
		break
	}
	for range b.Classes() {
		break
	}
}

func TestTallyRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		line korea.TaggedLine
		want string
	}{
		"no money":     {tagged("감축", 1, strategy.Money{}), "budget line 2, money: an amount of 0 or more"},
		"below 0":      {tagged("감축", 1, won("-1원")), "0 or more"},
		"no project":   {tagged("감축", 0, won("1원")), `projects "0": 1 to 1000000 are`},
		"many":         {tagged("감축", 1_000_001, won("1원")), `projects "1000001": 1 to 1000000 are`},
		"two prices":   {tagged("감축", 1, strategy.MustMoney("1원", 2024)), "does not meet"},
		"two currency": {tagged("감축", 1, won("1 EUR")), "does not meet"},
	} {
		_, err := korea.NationalTagging.Tally([]korea.TaggedLine{tagged("중립", 1, won("1원")), c.line})
		assert.ErrorContains(t, err, c.want, name)
	}
	// A first line without money is one fault, and not one of every line after it.
	_, err := korea.NationalTagging.Tally([]korea.TaggedLine{{Tag: "감축", Projects: 1}, tagged("감축", 1, won("1원"))})
	assert.EqualError(t, err, "budget line 1, money: an amount of 0 or more is needed")
	_, err = korea.NationalTagging.Tally(nil)
	assert.ErrorContains(t, err, `budget, lines "0": 1 to 1000000`)
	_, err = korea.TaggingScheme{}.Tally(nil)
	assert.ErrorContains(t, err, "no scheme of budget tagging given")
	_, err = korea.NationalTagging.Tally(make([]korea.TaggedLine, 1000))
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, []int{1000, 2000}, []int{len(faults.All), faults.More}, "tag, projects and money of each line")
	_, err = korea.NationalTagging.Tally([]korea.TaggedLine{tagged("감축", 1_000_000, won("0원"))})
	assert.NoError(t, err)
}

func TestEmptyBudget(t *testing.T) {
	b := must(korea.NationalTagging.Tally([]korea.TaggedLine{tagged("감축", 1, won("0원"))}))
	_, err := b.Percentages(0)
	assert.ErrorIs(t, err, exact.ErrDivisionByZero)
	assert.Contains(t, b.Details(), "감축 (reducing): 1 projects, 0 KRW (nominal), no share: the budget is 0")
	for c := range b.Classes() {
		assert.Equal(t, "the budget is 0", c.Share.Undefined())
	}
	for _, places := range []int32{-1, 7} {
		_, err := b.Percentages(places)
		assert.ErrorContains(t, err, "0 to 6 are allowed")
	}
	_, err = korea.TaggedBudget{}.Percentages(0)
	assert.Error(t, err)
	assert.Equal(t, "no budget", korea.TaggedBudget{}.Details())
	assert.Zero(t, korea.TaggedBudget{}.Projects())
	assert.Equal(t, "no scheme of budget tagging", korea.TaggingScheme{}.String())
	assert.Empty(t, korea.TaggingScheme{}.ID())
	assert.Empty(t, korea.TaggingScheme{}.Source())
}

func TestNewTaggingScheme(t *testing.T) {
	class := func(code, ko string, more ...string) korea.BudgetClass {
		return korea.BudgetClass{Code: code, Name: korea.Label{Ko: ko}, Includes: more}
	}
	in := []korea.BudgetClass{class("a", "가"), class("b", "")}
	s, err := korea.NewTaggingScheme("own", "Own", "ordinance", in)
	require.NoError(t, err)
	in[0].Code = "changed"
	_, err = s.Tally([]korea.TaggedLine{tagged("a", 1, won("1원")), tagged("가", 1, won("1원")), tagged("b", 1, won("1원"))})
	assert.NoError(t, err)
	for name, bad := range map[string][]korea.BudgetClass{
		"none": nil, "no tag": {class("", "")}, "twice": {class("a", "가"), class("b", "가")},
		"in another": {class("a", "가", "b"), class("b", "나")},
		"many":       make([]korea.BudgetClass, 101), "empty include": {class("", "가", "")},
	} {
		_, err := korea.NewTaggingScheme("own", "Own", "ordinance", bad)
		assert.Error(t, err, name)
	}
	for _, x := range [][3]string{{"", "Own", "o"}, {"own", "", "o"}, {"own", "Own", ""}} {
		_, err := korea.NewTaggingScheme(x[0], x[1], x[2], in)
		assert.Error(t, err)
	}
}

// Classes close on the whole, and percentages on 100, whatever the budget;
// each is within one unit of its exact share.
func TestTallyCloses(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	tags := []string{"기후친화", "부정영향", "잠재영향", "중립"}
	for range 300 {
		var lines []korea.TaggedLine
		for range 1 + r.IntN(30) {
			amount := decimal.New(r.Int64N(1e12), -int32(r.IntN(4)))
			lines = append(lines, tagged(tags[r.IntN(len(tags))], 1+r.IntN(5), must(strategy.NewMoney(amount, strategy.KRW, strategy.Nominal))))
		}
		b := must(korea.GyeongnamTagging.Tally(lines))
		exactSum, projects := new(big.Rat), 0
		for _, l := range lines {
			exactSum.Add(exactSum, l.Money.Amount().Rat())
			projects += l.Projects
		}
		require.Zero(t, exactSum.Cmp(b.Total().Amount().Rat()))
		require.Equal(t, projects, b.Projects())
		if b.Total().Sign() == 0 {
			continue
		}
		places := int32(r.IntN(7))
		ps := must(b.Percentages(places))
		sum, i := decimal.Decimal{}, 0
		for c := range b.Classes() {
			sum = sum.Add(ps[i])
			share := new(big.Rat).Quo(c.Money.Amount().Rat(), exactSum)
			share.Mul(share, big.NewRat(100, 1))
			share.Sub(share, ps[i].Rat()).Abs(share)
			require.Negative(t, share.Cmp(decimal.New(1, -places).Rat()), "within one unit")
			i++
		}
		require.True(t, sum.Equal(n("100")), "%s", sum)
	}
}
