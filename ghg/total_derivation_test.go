package ghg_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// derivesIts reads the derivation of a total back from JSON: what is made when it is read
// is what is checked.
func derivesIts(t *testing.T, total ghg.Total) derivation.Derivation {
	t.Helper()
	d := total.Explain()
	text, err := json.Marshal(d)
	require.NoError(t, err)
	back, err := derivation.Read(strings.NewReader(string(text)))
	require.NoError(t, err)
	require.Equal(t, d.ID(), back.ID())
	require.Empty(t, back.Replay())
	sum, _ := back.Step("T")
	require.Equal(t, !total.Withheld() && total.IsReported(), sum.Values[0].IsDefined())
	require.True(t, sum.Values[0].Number.Equal(total.CO2e.Tonnes()))
	return back
}

// rowsOf are the labels of an index in both languages, with ID and source.
func rowsOf(d derivation.Derivation, letter string) (out []string) {
	x, _ := d.Index(letter)
	for _, r := range x.Rows {
		out = append(out, strings.TrimSuffix(fmt.Sprintf("%s: %s / %s: %s", r.ID, r.Label.En, r.Label.Ko, r.Source), ": "))
	}
	return out
}

// note is what a step tells.
func note(d derivation.Derivation, symbol string) words.Term {
	s, _ := d.Step(symbol)
	return s.Note
}

func TestDerivationOfATotal(t *testing.T) {
	from := func(r ghg.Record, line int, e ghg.EvidenceDefinition) ghg.Record {
		r.Line, r.Evidence = line, ghg.NewEvidence(e)
		return r
	}
	override, err := mass("3 t").EnteredAs(ghg.LocalOverride)
	require.NoError(t, err)
	nothing := ghg.KeyedAsFound(ghg.NE, "later")
	total, err := inv(t,
		from(rec("I.1.1", ghg.CH4, mass("21.3 t")), 7, ghg.EvidenceDefinition{File: "gas.csv", Source: "city gas sales", Method: "m"}),
		from(rec("I.1.2", ghg.N2O, override), 9, ghg.EvidenceDefinition{File: "gas.xlsx", Sheet: "배출", Source: "KEPCO"}),
		from(rec("I.1.2", ghg.Gas{}, co2e("500 tCO2e (AR6)")), 10, ghg.EvidenceDefinition{File: "gas.xlsx", Sheet: "배출"}),
		rec("I.2.1", ghg.CO2, co2e("5 tCO2e (SAR)")),
		rec("I.2.2", ghg.CO2, co2e("6 tCO2e")),
		rec("III.1.1", ghg.CH4, co2e("25 tCO2e (AR4)")),
		rec("III.1.1", ghg.N2O, co2e("31 tCO2e (SAR)")),
		rec("I.1.1", ghg.CO2Biogenic, mass("70 t")),
		rec("II.1.1", ghg.Gas{}, nothing),
		rec("II.1.2", ghg.Gas{}, ghg.Value{}),
		rec("I.4.4", ghg.CO2, mass("900 t")),
	).Total(gpc.Basic, ghg.AR6)
	require.NoError(t, err)
	d := derivesIts(t, total)
	assert.Equal(t, words.Term{En: "GPC 1.1 BASIC, Daegu 2018", Ko: "Daegu 2018 GPC 1.1 베이직 합계"}, d.Title())
	assert.Equal(t, []string{"0: I.1.1 CH4 (CH4-nonfossil), line 7 of gas.csv / I.1.1 CH4 (CH4-nonfossil), gas.csv 7행: m, city gas sales",
		"1: I.1.2 N2O, line 9 of gas.xlsx (배출), local override / I.1.2 N2O, gas.xlsx (배출) 9행, 자체값: KEPCO"}, rowsOf(d, "i"))
	assert.Equal(t, []string{"2: I.1.2 all gases, line 10 of gas.xlsx (배출) / I.1.2 온실가스 전체, gas.xlsx (배출) 10행",
		"3: I.2.1 CO2, stated on SAR / I.2.1 CO2, SAR 기준 제시값", "4: I.2.2 CO2, stated on no metric / I.2.2 CO2, 지구온난화지수 미상 기준 제시값"},
		rowsOf(d, "k"))
	assert.Equal(t, []string{"5: III.1.1 CH4 (CH4-nonfossil), stated on AR4 / III.1.1 CH4 (CH4-nonfossil), AR4 기준 제시값",
		"6: III.1.1 N2O, stated on SAR / III.1.1 N2O, SAR 기준 제시값"}, rowsOf(d, "j"))
	moved, _ := d.Step("c")
	assert.Equal(t, "27 27.3", fmt.Sprint(moved.Values[0].Number, " ", moved.Values[1].Number), "25 × 27/25; 31 × 273/310 is 27.3")
}

// What is in no sum is told, in both languages.
func TestDerivationTellsWhatIsLeftOut(t *testing.T) {
	market, location := rec("I.1.2", ghg.CO2, mass("40 t")), rec("I.1.2", ghg.CO2, mass("50 t"))
	market.Variant, location.Variant = ghg.MarketBased, ghg.LocationBased
	blank, err := ghg.Value{}.EnteredAs(ghg.Placeholder)
	require.NoError(t, err)
	total, err := inv(t, market, location, rec("I.4.4", ghg.CO2, mass("900 t")), rec("I.1.1", ghg.CO2Biogenic, mass("70 t")),
		rec("II.1.1", ghg.Gas{}, ghg.KeyedAsFound(ghg.NE, "later")), rec("II.1.2", ghg.Gas{}, blank), rec("II.2.1", ghg.Gas{}, ghg.Value{}),
	).Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	d := derivesIts(t, total)
	for symbol, want := range map[string]words.Term{
		"variants": {En: "I.1.2 CO2 40 t (record 0)", Ko: "I.1.2 CO2 40 t (기록 0)"},
		"outside":  {En: "I.4.4 CO2 900 t (record 2)", Ko: "I.4.4 CO2 900 t (기록 2)"},
		"memos":    {En: "I.1.1 CO2(b) 70 t (record 3)", Ko: "I.1.1 CO2(b) 70 t (기록 3)"},
		"memo":     {En: "70 t", Ko: "70 t"},
		"keys": {En: "II.1.1 NE (record 4); II.1.2 placeholder (record 5); II.2.1 no value (record 6)",
			Ko: "II.1.1 NE (기록 4); II.1.2 미입력 (기록 5); II.2.1 값 없음 (기록 6)"},
		"coverage": {En: "32 required: 1 reported, 1 NE, 30 gaps (1 of them placeholders)", Ko: "필수 32개: 보고 1, NE 1, 빠짐 30 (그중 미입력 1)"},
		"tags":     {},
	} {
		assert.Equal(t, want, note(d, symbol), symbol)
	}
	assert.Contains(t, note(d, "gaps").Ko, "; 그 밖에 10건")
}

// A total that is withheld is undefined, and so is one of nothing; where all that is
// required is NO, it is 0.
func TestDerivationOfATotalThatIsNone(t *testing.T) {
	total, err := inv(t, rec("I.1.1", ghg.CO2, mass("3 t")), rec("I.1.2", ghg.Gas{}, co2e("5 tCO2e (AR4)")),
		rec("I.2.1", ghg.Gas{}, co2e("6 tCO2e (AR4)")), rec("I.2.1", ghg.N2O, co2e("7 tCO2e"))).Total(gpc.Basic, ghg.AR5)
	require.Error(t, err)
	d := derivesIts(t, total)
	sum, _ := d.Step("T")
	assert.Equal(t, words.Term{En: "withheld: records that cannot join it: 3", Ko: "산출 보류: 합산할 수 없는 기록 3건"}, sum.Values[0].Undefined)
	assert.Equal(t, "I.1.2 5 tCO2e (AR4) (record 1); I.2.1 6 tCO2e (AR4) (record 2)", note(d, "unjoined1").En)
	step, _ := d.Step("unjoined2")
	assert.Equal(t, words.Term{En: "cannot join: on no metric, and the total is on AR5",
		Ko: "합산 불가: 지구온난화지수 미상 기준 수치이며 합계는 AR5 기준"}, step.What)

	market, location := rec("I.1.2", ghg.CO2, mass("40 t")), rec("I.1.2", ghg.CO2, mass("50 t"))
	market.Variant, location.Variant = ghg.MarketBased, ghg.LocationBased
	for name, x := range map[string]struct {
		records []ghg.Record
		want    string
	}{
		"alternatives": {[]ghg.Record{market, location}, "합산 불가: 지역기반·시장기반 수치는 택일 대상"},
		"no factor":    {[]ghg.Record{rec("IV.1", ghg.MustGas("R-407C"), mass("1 t"))}, "합산 불가: own에 없는 기체: HFC-32"},
	} {
		view := ghg.MustView(ghg.ViewDefinition{Name: "all", Scheme: gpc.Scheme, Categories: []string{"I.1.2", "IV.1"}})
		total, err := inv(t, x.records...).Total(view, ownMetric(t, "own", nil))
		require.Error(t, err, name)
		step, _ := derivesIts(t, total).Step("unjoined1")
		assert.Equal(t, x.want, step.What.Ko, name)
	}

	nothing, err := inv(t, rec("I.1.1", ghg.Gas{}, ghg.Value{})).Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	sum, _ = derivesIts(t, nothing).Step("T")
	assert.Equal(t, "보고된 수치 없음(0이 아님)", sum.Values[0].Undefined.Ko)

	var none []ghg.Record
	for _, code := range gpc.Basic.Required() {
		none = append(none, rec(code, ghg.Gas{}, ghg.KeyedAsFound(ghg.NO, "nothing there")))
	}
	zero, err := inv(t, none...).Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	sum, _ = derivesIts(t, zero).Step("T")
	assert.Equal(t, "0", sum.Values[0].Number.String())
	assert.Equal(t, "required > 0 and NO = required", sum.When)
}

// What all records say is said once, by their column.
func TestDerivationSaysOnceWhatAllRecordsSay(t *testing.T) {
	of := func(evidence ...ghg.EvidenceDefinition) derivation.Derivation {
		var records []ghg.Record
		for i, e := range evidence {
			r := rec("I.1.1", ghg.CO2, mass(fmt.Sprintf("%d t", 1+i)))
			r.Line, r.Evidence = 2+i, ghg.NewEvidence(e)
			records = append(records, r)
		}
		total, err := inv(t, records...).Total(gpc.Basic, ghg.AR5)
		require.NoError(t, err)
		return derivesIts(t, total)
	}
	source := func(d derivation.Derivation) string {
		s, _ := d.Step("m")
		return s.Source
	}
	a, b := ghg.EvidenceDefinition{File: "a.csv", Source: "A"}, ghg.EvidenceDefinition{File: "a.csv", Source: "B"}
	d := of(a, a)
	assert.Equal(t, "a.csv; A", source(d))
	assert.Equal(t, "0: I.1.1 CO2, line 2 / I.1.1 CO2, 2행", rowsOf(d, "i")[0])
	d = of(a, a, b, b)
	assert.Equal(t, "a.csv", source(d))
	assert.Equal(t, "1: I.1.1 CO2, line 3 / I.1.1 CO2, 3행: A", rowsOf(d, "i")[1])
	assert.Equal(t, "3: I.1.1 CO2, line 5 / I.1.1 CO2, 5행: B", rowsOf(d, "i")[3])
	d = of(a, ghg.EvidenceDefinition{File: "b.csv", Source: "A"})
	assert.Equal(t, "A", source(d))
	assert.Equal(t, "1: I.1.1 CO2, line 3 of b.csv / I.1.1 CO2, b.csv 3행", rowsOf(d, "i")[1])
	d = of(ghg.EvidenceDefinition{Method: "m"}, ghg.EvidenceDefinition{Method: "m", Source: "s\n s"})
	assert.Equal(t, "", source(d))
	assert.Equal(t, []string{"0: I.1.1 CO2, line 2 / I.1.1 CO2, 2행: m", "1: I.1.1 CO2, line 3 / I.1.1 CO2, 3행: m, s s"}, rowsOf(d, "i"))
	assert.Equal(t, "", source(of(ghg.EvidenceDefinition{}, a)))
	long := strings.Repeat("긴 출처 ", 400)
	d = of(ghg.EvidenceDefinition{Source: long}, a)
	assert.True(t, strings.HasSuffix(rowsOf(d, "i")[0], "…"))
}

// A total of very many records, or of long texts, is stated by category and gas.
func TestDerivationOfALargeTotal(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	var records []ghg.Record
	for i := range 20_001 {
		r := rec([]string{"III.1.1", "I.1.1"}[i%2], []ghg.Gas{ghg.CO2, ghg.CH4, ghg.N2O}[i%3], mass(fmt.Sprintf("%d.%d t", 1+i%97, i%10)))
		switch i % 50 {
		case 7:
			r.Value = co2e(fmt.Sprintf("%d tCO2e (AR5)", i))
		case 8:
			r.Gas, r.Value = ghg.N2O, co2e(fmt.Sprintf("%d tCO2e (SAR)", i))
		}
		records = append(records, r)
	}
	total, err := inv(t, records...).Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	d := derivesIts(t, total)
	assert.Equal(t, words.Term{En: "by category and gas: 20001 records are more than the 20000 that have a row each",
		Ko: "분류·기체별 합: 기록 20001건은 건별로 적는 20000건을 넘음"}, note(d, "form"))
	assert.Len(t, rowsOf(d, "i"), 6)
	assert.Equal(t, "1: I.1.1 CH4, records: 3200 / I.1.1 CH4, 기록 3200건", rowsOf(d, "i")[0])
	fewer, err := inv(t, records[:20_000]...).Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, words.Term{}, note(derivesIts(t, fewer), "form"))

	for i := range records[:4000] {
		records[i].Evidence = ghg.NewEvidence(ghg.EvidenceDefinition{Source: fmt.Sprint(i, strings.Repeat(" meter", 140))})
	}
	long, err := inv(t, records[:4000]...).Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	assert.NotEqual(t, words.Term{}, note(derivesIts(t, long), "form"))
}

// Numbers of as many digits as an inventory takes replay, however many there are.
func TestDerivationOfLongNumbers(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	var records []ghg.Record
	for i := range 20_000 {
		r := rec("I.1.1", ghg.MustGas("R-407C"), mass(fmt.Sprintf("%d.%030d t", 10_000_000+i, i)))
		if i%2 == 0 {
			r.Value = co2e(fmt.Sprintf("%d.%030d tCO2e (AR4)", 10_000_000+i, i))
		}
		records = append(records, r)
	}
	homes := ghg.MustView(ghg.ViewDefinition{Name: "homes", Scheme: gpc.Scheme, Categories: []string{"I.1.1"}})
	total, err := inv(t, records...).Total(homes, ghg.AR5)
	require.NoError(t, err)
	derivesIts(t, total)
}
