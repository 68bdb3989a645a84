package sheet_test

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// projectFactors are series that the projects below name: two of electricity.
func projectFactors(t *testing.T) []ghg.Factors {
	t.Helper()
	factors, report, err := sheet.ReadFactors(strings.NewReader("factor,edition,unit,source,2023,2024,2025\n"+
		"전력,,tCO2/MWh,GIR,0.42,0.4173,0.39\n전력,2021,kg CO2e/kWh,GIR,0.4781,0.4781,0.4781\n"), plainCSV)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	return factors
}

func projectUnits() []strategy.PublishedUnit {
	unit := func(id, saves string, per ghg.Unit) strategy.PublishedUnit {
		return strategy.PublishedUnit{ID: id, Per: per, Saves: ghg.MustCO2e(saves), Source: "guideline"}
	}
	units := []strategy.PublishedUnit{unit("1-1/1", "0.617 tCO2e (AR5)", ghg.MustUnit("kW")),
		unit("4-1", "0.97 tCO2e (AR5)", ghg.Vehicle), unit("0", "1 tCO2e (AR5)", ghg.Unit{})}
	units[1].On, units[1].Interaction = on("II.1.1", "", "cars"), strategy.Overlapping
	return units
}

func readModels(t *testing.T, text string, actions ...strategy.Action) ([]strategy.Action, ghg.Report) {
	t.Helper()
	if len(actions) == 0 {
		actions = []strategy.Action{{ID: "A", Source: "plan"}, {ID: "B", Source: "plan"}}
	}
	before := dumpModels(actions)
	read, report, err := sheet.ReadQuantifications(strings.NewReader(text), plainCSV, actions,
		sheet.Named{Factors: projectFactors(t), Units: projectUnits()})
	require.NoError(t, err)
	require.Equal(t, before, dumpModels(actions), "what was given stays as it is")
	return read, report
}

// All that a line can say, in Korean and in English.
func TestReadQuantificationsValues(t *testing.T) {
	korean := `사업 정량화,,,,,,,,,,,,,,,,,,,,,,,
,,,,,,,,,,,,,,,,,,,,,,,
관리번호,정량번호,항목,모니터링인자,단위,집계방식,내용연수,연간감쇠율,교체종료연도,신규종료연도,배출원,연료,용도,상호작용,단위당 절감량,절감단위,계수,계수연도,유지율,사유,검증자,출처,2024년,2025
A,1,목표물량,전기승용차,대,연간 신규,10,1%,2040,2030,,,,,,,전력 2021,,,,,,28,50
A,1,사업 없이,,,,,,,,,,,,,,,,,,,,3,4
A,1,검증물량,전기승용차,,,,,,,,,,,,,,,,,점검위원회,점검 2025,26,
A,1,검증물량 사업없이,,,,,,,,,,,,,,,,,,,,5,
A,1,단위효과,,,,,,,,II.1.1,휘발유,,중복,1.8,tCO2eq,,,,,,,,
A,1,단위효과,,,,,,,,II.1.2,전력,,중복,-2000,kWh,전력,설치연도,,,,차종 모형,,
A,1,지속률,,,,,,,,,,,,,,,,80%,조사,,,,
A,1,법적 의무,,,,,,,,,,,,,,,,100%,법 5조,,법령,,
B,a,예상,포집률,%,누적보급,,,,,,,,,,,,,,,,,30,48%
B,a,단위효과,,,,,,,,III.1.1,,매립지,,배출원 전체,,,,,,,,,
B,b,잠재물량,"패널, 지붕",kW,연간신규,50%; 100%; 50%,,,,,,,,,,,,,,,다른 문서,7,8
B,b,감축원단위,,,,,,,,,,전력,독립,0.6,tCO2eq,전력 2021,,,,,지침,,
`
	english := "action,no,item,counts,unit,counting,life,decay,renewed_to,last,category,fuel,end_use," +
		"interaction,per_one,per_one_unit,factor,factor_year,kept,reason,by,source,2025,2024" + `
A,1,Planned,전기승용차,vehicle,new,10,1%,2040,2030,,,,,,,전력 2021,,,,,plan,50,28
A,1,monitored,,,,,,,,,,,,,,,,,,,,,
A,1,without,,,,,,,,,,,,,,,,,,,,4,3
A,1,verified,전기승용차,,,,,,,,,,,,,,,,,점검위원회,점검 2025,,26
A,1,verified without,,,,,,,,,,,,,,,,,,,,,5
A,1,effect,,,,,,,,II.1.1,휘발유,,overlapping,1800,kg CO2e,전기승용차,,,,,,,
A,1,unit effect,,,,,,,,II.1.2,전력,,overlapping,-2000,kWh,전력,of the year of installation,,,,차종 모형,,
A,1,persistence,,,,,,,,,,,,,,,,0.8,조사,,,,
A,1,required by law,,,,,,,,,,,,,,,,100%,법 5조,,법령,,
B,a,expected,포집률,%,standing in the year,,,,,,,,,,,,,,,,,48,30%
B,a,unit effect,,,,,,,,III.1.1,,매립지,,whole source,,,,,,,,,
B,b,potential,"패널, 지붕",kW,new in the year,50%; 100 %;0.50%,,,,,,,,,,,,,,,,8,7
B,b,published unit,,,,,,,,,,전력,independent,0.6,tCO2eq,전력 2021,,,,,지침,,
B,b,quantification,,,,,,,,,,,,,,,,,,,다른 문서,,
`
	english = strings.ReplaceAll(english, "0.50%", "50%")
	a, report := readModels(t, korean)
	require.NoError(t, report.Err())
	assert.Empty(t, report.Findings.All)
	b, report := readModels(t, english)
	require.NoError(t, report.Err())
	assert.Equal(t, dumpModels(a), dumpModels(b))
	assert.Equal(t, `line 3, A/1, no-quantities: it has no quantity under any year, and is not read`, report.Findings.String())
	assert.Equal(t, "3행, A/1, 물량이 없는 행: 어느 연도에도 물량이 없어 읽지 않습니다", report.Findings.Korean())

	d := a[0].Quantifications[0].Definition()
	assert.Equal(t, "plan", d.Source, "that of the action")
	assert.Equal(t, strategy.Life{Years: 10, Decay: ghg.MustShare("1%"), RenewedTo: 2040}, d.Life)
	require.Len(t, d.Quantities, 2)
	assert.Equal(t, "28 50 3 4", strings.Join([]string{d.Quantities[0].ByYear[2024].String(), d.Quantities[0].ByYear[2025].String(),
		d.Quantities[0].Without[2024].String(), d.Quantities[0].Without[2025].String()}, " "))
	assert.Equal(t, 2030, d.Quantities[0].Last)
	assert.Equal(t, "2021", d.Quantities[0].Factors[0].Edition())
	assert.Equal(t, "5", d.Quantities[1].Without[2024].String(), "that of a kind goes before that of all")
	assert.Equal(t, "점검위원회", d.Quantities[1].By)
	assert.Equal(t, "점검 2025", d.Quantities[1].Source)
	require.Len(t, d.Effects, 2)
	assert.Equal(t, "전기승용차", d.Effects[0].Factors.Of(), "what is counted, where no use is named")
	assert.Equal(t, "plan", d.Effects[0].Source)
	assert.Equal(t, "", d.Effects[1].Factors.Edition())
	assert.Equal(t, strategy.OfInstallation, d.Effects[1].Of)
	assert.Equal(t, []string{"", "법령"}, []string{d.Judged[0].Source, d.Judged[1].Source})
	share := a[1].Quantifications[0].Definition()
	assert.True(t, share.Effects[0].IsWhole())
	assert.Equal(t, "0.3 0.48", share.Quantities[0].ByYear[2024].String()+" "+share.Quantities[0].ByYear[2025].String())
	panels := a[1].Quantifications[1].Definition()
	assert.Equal(t, "다른 문서", panels.Source)
	assert.Len(t, panels.Life.ByAge, 3)
	assert.Equal(t, "2021", panels.Published.Contains.Edition())
}

const modelHead = "action,no,item,counts,unit,counting,life,decay,renewed_to,last,unit_id," +
	"category,fuel,end_use,interaction,per_one,per_one_unit," +
	"metric,factor,factor_year,kept,reason,by,source,2024,2025\n"

// row is a line of the columns above, with cells by name.
func row(item string, cells ...string) string {
	names := strings.Split(strings.TrimSpace(modelHead), ",")
	out := make([]string, len(names))
	out[0], out[1], out[2] = "A", "1", item
	for i := 0; i+1 < len(cells); i += 2 {
		found := false
		for n, name := range names {
			if name == cells[i] {
				out[n], found = cells[i+1], true
			}
		}
		if !found {
			panic(cells[i])
		}
	}
	return strings.Join(out, ",") + "\n"
}

var (
	carsRow   = row("expected", "counts", "cars", "unit", "대", "counting", "new", "life", "10", "2024", "5", "2025", "6")
	petrolRow = row("effect", "category", "II.1.1", "fuel", "petrol", "per_one", "1.8", "per_one_unit", "tCO2e")
	sunRow    = row("expected", "counts", "power", "unit", "kW", "counting", "standing", "unit_id", "1-1/1", "end_use", "power", "2024", "5")
)

func TestReadQuantificationsFaults(t *testing.T) {
	for name, c := range map[string]struct{ lines, want string }{
		"unknown action": {strings.Replace(carsRow, "A,", "C,", 1),
			`unknown-action: line 2, action "C": no such action: none was read, or its own line was at fault`},
		"no number": {strings.Replace(carsRow, "A,1", "A,", 1), `missing-field: line 2, no: it is needed`},
		"no item":   {row("", "counts", "x"), `missing-field: line 2, item: it is needed`},
		"item":      {row("목표", "counts", "x"), `field: line 2, item "목표": allowed are potential (잠재, 잠재물량)`},
		"english item": {row("goal"),
			`field: line 2, item "goal": allowed are potential, expected, implemented, verified, claimed, without, potential without`},
		"unit": {strings.Replace(carsRow, "대", "carz", 1) + petrolRow,
			`unit: line 2, unit "carz": not known; allowed are units such as kWh`},
		"counting": {strings.Replace(carsRow, "new", "all", 1) + petrolRow,
			`field: line 2, counting "all": allowed are new in the year, standing in the year, done in the year`},
		"life": {strings.Replace(carsRow, "10", "ten", 1) + petrolRow,
			`field: line 2, life "ten": write whole years, for good (영구), or what one does at each age`},
		"life 0": {strings.Replace(carsRow, "10", "0", 1) + petrolRow, `field: line 2, life "0": write whole years`},
		"long life": {strings.Replace(carsRow, "10", "201", 1) + petrolRow,
			`quantification: line 2, life "201": 1 to 200 years are allowed, and 0 for good`},
		"ages": {strings.Replace(carsRow, "10", "50%;x%", 1) + petrolRow,
			`field: line 2, life "50%;x%": not a number: it needs digits`},
		"age": {strings.Replace(carsRow, "10", "50%;120%", 1) + petrolRow,
			`quantification: line 2, life "120%": 0% to 100% are allowed`},
		"no life": {strings.Replace(carsRow, "10", "", 1) + petrolRow,
			`missing-field: line 2, life: what is new in a year works for some years, or for good (영구): say how long`},
		"stray for good": {strings.NewReplacer("new", "done", "10", "for good").Replace(carsRow) + petrolRow,
			`mismatch: line 2, life "for good": it is given only where what is new is counted`},
		"stray life": {strings.Replace(carsRow, "new", "done", 1) + petrolRow,
			`quantification: line 2, life "10 years": it is given only where`},
		"decay": {row("quantification", "decay", "150%") + carsRow + petrolRow,
			`quantification: line 2, decay "150%": 0% to 100% are allowed`},
		"renewed": {row("quantification", "renewed_to", "2040") + strings.Replace(carsRow, "10", "영구", 1) + petrolRow,
			`quantification: line 2, renewed_to "2040": what works for good is never replaced`},
		"no counts": {strings.Replace(carsRow, "cars", "", 1) + petrolRow,
			`quantification: line 2, counts: say in 1 to 200 bytes what is counted`},
		"two counts": {carsRow + strings.Replace(petrolRow, "effect,", "effect,trees", 1),
			`mismatch: line 3, counts "trees": lines from 2 on say "cars": a quantification has one`},
		"two units": {carsRow + row("implemented", "unit", "km", "2024", "3"),
			`mismatch: line 3, unit "km": lines from 2 on say "vehicle": a quantification has one`},
		"no unit": {strings.Replace(carsRow, "대", "", 1) + petrolRow,
			`missing-field: line 2, unit: give that of the quantities, such as 대 or MWh; % where they are shares`},
		"no effect": {carsRow, `quantification: line 2, item: say what one changes, or give a published unit`},
		"no figures": {row("expected", "counts", "cars", "unit", "대", "counting", "done") + petrolRow,
			`quantification: line 2, item: at least those of one kind are needed`},
		"number":  {strings.Replace(carsRow, ",5,", ",five,", 1) + petrolRow, `number: line 2, 2024 "five": not a number`},
		"percent": {carsRow + petrolRow + row("claimed", "2025", "5%"), `unit: line 4, 2025 "5%": the unit is not %`},
		"twice":   {carsRow + petrolRow + row("planned", "2025", "7"), `repeated: line 4, 2025 "7": line 2 has this year of the item too`},
		"stray cell": {carsRow + row("effect", "category", "II.1.1", "per_one", "1.8", "per_one_unit", "tCO2e", "2024", "9"),
			`mismatch: line 3, 2024 "9": a line of the item unit effect has none`},
		"stray kept": {carsRow + row("implemented", "kept", "5%", "2024", "1") + petrolRow,
			`mismatch: line 3, kept "5%": a line of the item implemented has none`},
		"verified": {carsRow + row("verified", "2024", "3") + petrolRow,
			`quantification: line 3, by: say who verified, and in which document`},
		"not verified": {row("claimed", "by", "me", "2024", "3") + carsRow + petrolRow,
			`quantification: line 2, by "me": only what is verified has it`},
		"last": {carsRow + row("implemented", "2025", "3", "last", "2024") + petrolRow,
			`quantification: line 3, last "2024": a quantity is given for 2025`},
		"last twice": {carsRow + row("implemented", "2025", "3", "last", "2030") + row("implemented", "2024", "3", "last", "2030") + petrolRow,
			`quantification: line 4, last "2030": another line of the kind states it`},
		"without": {carsRow + row("without", "2024", "1") + petrolRow,
			`quantification: line 2, 2025: give what there would be without the project for the same years`},
		"no without": {carsRow + row("without") + petrolRow, `missing-field: line 3, item "without": a number is needed under a year`},
		"stray year": {carsRow + row("implemented without", "2024", "1") + petrolRow,
			`mismatch: line 3, 2024: no quantity is given for this year`},
		"without unit": {carsRow + row("without", "2024", "1%", "2025", "1") + petrolRow, `unit: line 3, 2024 "1%": the unit is not %`},
		"above 1": {row("expected", "counts", "x", "unit", "%", "counting", "standing", "2024", "30", "2025", "101%") +
			row("effect", "category", "III.1.1", "per_one", "whole source"),
			`quantification: line 2, 2025 "1.01": a share of a source is at most 1`},
		"share of an amount": {row("expected", "counts", "x", "unit", "%", "counting", "standing", "2024", "30") + petrolRow,
			`mismatch: line 3, per_one: an amount is that of one, and a share of a source has none: write whole source (배출원 전체)`},
		"stray whole": {carsRow + row("effect", "category", "III.1.1", "per_one", "배출원 전체", "factor", "전력"),
			`mismatch: line 3, factor "전력": the whole source takes none`},
		"no category": {carsRow + row("effect", "fuel", "x", "per_one", "1", "per_one_unit", "tCO2e"),
			`emission-source: line 3, category: name the category`},
		"category": {carsRow + strings.Replace(petrolRow, "II.1.1", "IX", 1),
			`unknown-category: line 3, category "IX": no category of GPC 1.1`},
		"interaction": {carsRow + row("effect", "category", "II.1.1", "per_one", "1.8", "per_one_unit", "tCO2e", "interaction", "often"),
			`interaction: line 3, interaction "often": allowed are`},
		"no amount":   {carsRow + strings.Replace(petrolRow, "1.8", "", 1), `missing-field: line 3, per_one: it is needed`},
		"no per unit": {carsRow + strings.Replace(petrolRow, "tCO2e", "", 1), `missing-field: line 3, per_one_unit: it is needed`},
		"per unit": {carsRow + strings.Replace(petrolRow, "tCO2e", "t CH4", 1),
			`unit: line 3, per_one_unit "t CH4": CO2e is needed, not a mass of CH4`},
		"metric": {carsRow + strings.Replace(petrolRow, "tCO2e,", "tCO2e,AR9", 1), `unknown-metric: line 3, metric "AR9": allowed are`},
		"factor": {carsRow + row("effect", "category", "II.1.1", "per_one", "5", "per_one_unit", "kWh"),
			`missing-field: line 3, factor: it is needed`},
		"no such factor": {carsRow + row("effect", "category", "II.1.1", "per_one", "5", "per_one_unit", "kWh", "factor", "heat"),
			`field: line 3, factor "heat": allowed are 전력, 전력 2021`},
		"factor of a kind": {carsRow + petrolRow + row("implemented", "factor", "전력; heat", "2024", "1"),
			`field: line 4, factor "전력; heat": allowed are`},
		"factor unused": {carsRow + petrolRow + row("implemented", "factor", "전력 2021", "2024", "1"),
			`quantification: line 4, factor "전력": no effect uses them`},
		"factor metric": {carsRow + row("effect", "category", "II.1.1", "per_one", "5", "per_one_unit", "kWh", "factor", "전력", "metric", "AR5"),
			`mismatch: line 3, metric "AR5": it is that of the factor`},
		"factor year": {carsRow +
			row("effect", "category", "II.1.1", "per_one", "5", "per_one_unit", "kWh", "factor", "전력", "factor_year", "soon"),
			`period: line 3, factor_year "soon": write of each year (해당연도)`},
		"no factor year": {carsRow + row("effect", "category", "II.1.1", "per_one", "5", "per_one_unit", "kWh", "factor", "전력"),
			`quantification: line 3, factor_year: the factors differ by year`},
		"year of an amount": {carsRow + strings.Replace(petrolRow, "tCO2e,,", "tCO2e,,,2023", 1),
			`mismatch: line 3, factor_year "2023": an amount that one saves is the same in all years`},
		"installation": {strings.NewReplacer("new", "done", "10", "").Replace(carsRow) +
			row("effect", "category", "II.1.1", "per_one", "5", "per_one_unit", "kWh", "factor", "전력", "factor_year", "설치연도"),
			`quantification: line 3, factor_year "of the year of installation": what is done in the year has no year`},
		"two effects": {carsRow + petrolRow + petrolRow, `quantification: line 4, category "GPC 1.1 II.1.1, petrol": two effects act on it`},
		"metrics": {carsRow + petrolRow + row("effect", "category", "II.1.2", "per_one", "1", "per_one_unit", "t CO2e", "metric", "AR4"),
			`quantification: line 4, metric "AR4": CO2e on metric AR5`},
		"no kept": {carsRow + petrolRow + row("persistence"), `quantification: line 4, kept: state it`},
		"law":     {carsRow + petrolRow + row("법적의무", "kept", "0%"), `quantification: line 4, reason: say what it rests on`},
		"judged twice": {carsRow + petrolRow + row("지속률", "kept", "80%") + row("persistence", "kept", "0.8"),
			`repeated: line 5, item "persistence": the quantification has this judgement already`},
		"no such unit": {strings.Replace(sunRow, "1-1/1", "9-9", 1), `field: line 2, unit_id "9-9": allowed are 1-1/1, 4-1`},
		"unit per": {strings.Replace(sunRow, "kW", "MWh", 1),
			`unit: line 2, unit "MWh": the published unit is of one kW: give the quantities in that`},
		"unit of what": {strings.Replace(sunRow, "1-1/1", "0", 1), `unit: line 2, unit "kW": the published unit does not say what it is of`},
		"unit on":      {strings.Replace(sunRow, ",power,,", ",,,", 1), `quantification: line 2, category: name what it acts on`},
		"two unit ids": {sunRow + row("implemented", "unit_id", "4-1", "2024", "1"),
			`mismatch: line 3, unit_id "4-1": lines from 2 on say "1-1/1"`},
		"two sources": {sunRow + row("implemented", "end_use", "heat", "2024", "1"),
			`mismatch: line 3, category: lines from 2 on say "power"`},
		"no unit id": {strings.Replace(sunRow, "1-1/1", "", 1),
			`mismatch: line 2, category "power": on a line of quantities it is that of a published unit`},
		"interaction of no unit": {strings.Replace(strings.Replace(sunRow, "1-1/1", "", 1), ",power,,", ",,중복,", 1),
			`mismatch: line 2, interaction "overlapping": on a line of quantities it is that of a published unit`},
		"unit beside": {strings.NewReplacer("new", "standing", "10", "").Replace(carsRow) + petrolRow +
			row("published unit", "unit_id", "4-1", "end_use", "cars"),
			`quantification: line 4, category "cars": effects are given too, and say what is acted on`},
		"two published": {sunRow + row("published unit", "unit_id", "1-1/1") + row("감축원단위", "unit_id", "1-1/1"),
			`repeated: line 4, item "감축원단위": the quantification has a published unit already`},
		"published amount": {sunRow + row("published unit", "per_one", "1"), `unit: line 3, per_one_unit: a mass needs a unit`},
		"two documents": {row("quantification", "source", "a") + row("정량화", "source", "b") + carsRow + petrolRow,
			`mismatch: line 3, source "b": lines from 2 on say "a": a quantification has one`},
		"fields": {carsRow + strings.TrimSuffix(petrolRow, ",\n") + "\n", `field-count: line 3, line: 25 fields where the header has 26`},
	} {
		t.Run(name, func(t *testing.T) {
			other := strings.ReplaceAll(carsRow+petrolRow, "A,1", "B,1")
			read, report := readModels(t, modelHead+c.lines+other)
			faults := faultLines(report.Faults)
			assert.Contains(t, faults, c.want)
			assert.Equal(t, 1, report.Faults.Len(), faults)
			assert.Empty(t, read[0].Quantifications, "nothing is half applied")
			assert.Len(t, read[1].Quantifications, 1, "the rest is read")
		})
	}
}

// A file of what monitoring found joins what was planned, and no file is read twice.
func TestQuantificationsOfManyFiles(t *testing.T) {
	plan, report := readModels(t, modelHead+carsRow+petrolRow+row("지속률", "kept", "80%"))
	require.NoError(t, report.Err())
	found := modelHead + row("monitored", "2024", "4", "source", "check") +
		strings.Replace(row("verified", "by", "council", "unit", "대", "2024", "3"), "A,1", "A,2", 1)
	_, report = readModels(t, found, plan...)
	assert.Contains(t, faultLines(report.Faults), "quantification: line 3, counts")
	found = modelHead + row("monitored", "2024", "4", "source", "check", "life", "10", "unit", "vehicle") +
		row("verified", "by", "council", "2024", "3", "counts", "cars", "source", "plan")
	joined, report := readModels(t, found, plan...)
	require.NoError(t, report.Err())
	d := joined[0].Quantifications[0].Definition()
	require.Len(t, d.Quantities, 3)
	assert.Equal(t, "check", d.Quantities[1].Source)
	assert.Equal(t, "", d.Quantities[2].Source, "that of the quantification")
	assert.Len(t, plan[0].Quantifications[0].Definition().Quantities, 1)

	for text, want := range map[string]string{
		found: `repeated: line 2, 2024 "4": what was read before has this year of the item too`,
		modelHead + row("지속률", "kept", "0.8"):                   `repeated: line 2, item "지속률": the quantification has this`,
		modelHead + petrolRow:                                   `quantification: line 2, category "GPC 1.1 II.1.1, petrol": two effects`,
		modelHead + row("claimed", "life", "9"):                 `mismatch: line 2, life "9": what was read before says "10"`,
		modelHead + row("without", "2024", "1"):                 `mismatch: line 2, 2024: no quantity is given for this year`,
		modelHead + row("claimed", "last", "2023", "2024", "1"): `quantification: line 2, last "2023": a quantity is given for 2024`,
	} {
		again, report := readModels(t, text, joined...)
		assert.Contains(t, faultLines(report.Faults), want)
		assert.Equal(t, dumpModels(joined), dumpModels(again))
	}
	// A published unit may be given later, and is that of the list beside effects.
	more, report := readModels(t, modelHead+row("claimed", "unit_id", "4-1", "2025", "1"), joined...)
	require.NoError(t, report.Err())
	p := more[0].Quantifications[0].Published()
	assert.Equal(t, "4-1", p.ID)
	assert.Zero(t, p.On)
	for _, text := range []string{modelHead + row("published unit", "unit_id", "4-1"),
		modelHead + row("claimed", "unit_id", "1-1/1", "2024", "1")} {
		_, report = readModels(t, text, more...)
		assert.Equal(t, 1, report.Faults.Len(), report.Faults)
	}
	// Alone it acts on what the list says, unless the sheet says otherwise.
	for text, want := range map[string]string{"": "GPC 1.1 II.1.1, cars overlapping", "end_use": "buses overlapping",
		"interaction": "GPC 1.1 II.1.1, cars independent"} {
		cells := []string{"counts", "cars", "unit", "대", "counting", "done", "unit_id", "4-1", "2024", "5"}
		if text != "" {
			cells = append(cells, text, map[string]string{"end_use": "buses", "interaction": "independent"}[text])
		}
		read, report := readModels(t, modelHead+row("expected", cells...))
		require.NoError(t, report.Err())
		p := read[0].Quantifications[0].Published()
		assert.Equal(t, want, p.On.String()+" "+p.Interaction.String())
		assert.Equal(t, "guideline", p.Source)
		again, report := readModels(t, modelHead+row("claimed", "unit_id", "4-1", "2025", "1"), read...)
		require.NoError(t, report.Err())
		assert.Len(t, again[0].Quantifications[0].Definition().Quantities, 2)
	}
	// A unit of the list is by kW where the quantities are in MW.
	inMW, report := readModels(t, modelHead+row("expected", "counts", "sun", "unit", "MW", "counting", "standing", "end_use", "power",
		"unit_id", "1-1/1", "2024", "3"))
	require.NoError(t, report.Err())
	r, err := inMW[0].Quantifications[0].ByPublishedUnit(strategy.Expected, 2024, 2024)
	require.NoError(t, err)
	saved, _ := r.At(2024)
	assert.Equal(t, "1851 tCO2e (AR5)", saved.String(), "3000 kW × 0.617")
	var written strings.Builder
	require.NoError(t, sheet.WriteQuantifications(&written, inMW))
	assert.Contains(t, written.String(), "0.617,tCO2e/kW,AR5")
	back, report := readModels(t, written.String())
	require.NoError(t, report.Err())
	assert.Equal(t, dumpModels(inMW), dumpModels(back))
	// So may one that the sheet states.
	for per, want := range map[string]string{"kgCO2e/kWh": "kWh", "tCO2eq/toe": "toe", "kgCO2e / vehicle": "", "kgCO2e/": ""} {
		read, report := readModels(t, modelHead+row("expected", "counts", "power", "unit", "MWh", "counting", "done", "end_use", "power",
			"2024", "5000")+row("published unit", "end_use", "power", "unit_id", "x", "per_one", "0.4781", "per_one_unit", per, "source", "s"))
		if want == "" {
			assert.Regexp(t, `line 3, per_one_unit "(vehicle|kgCO2e/)"`, faultLines(report.Faults))
			continue
		}
		require.NoError(t, report.Err())
		assert.Equal(t, want, read[0].Quantifications[0].Published().Per.String())
	}
	// A line of the unit may say more of it than the list.
	read, report := readModels(t, modelHead+sunRow+row("published unit", "factor", "전력 2021", "source", "appendix"))
	require.NoError(t, report.Err())
	p = read[0].Quantifications[0].Published()
	assert.Equal(t, "0.617 tCO2e (AR5) appendix 2021", strings.Join([]string{p.Saves.String(), p.Source, p.Contains.Edition()}, " "))
}

func TestReadQuantificationsFormats(t *testing.T) {
	f := plainCSV
	f.CSVFormat.Comma, f.CSVFormat.Delimiter = true, ';'
	text := strings.ReplaceAll(modelHead, ",", ";") + strings.NewReplacer(",", ";", "1.8", "1,8").Replace(carsRow+petrolRow)
	read := func(text string, f sheet.Format) string {
		read, report, err := sheet.ReadQuantifications(strings.NewReader(text), f, []strategy.Action{{ID: "A", Source: "plan"}}, sheet.Named{})
		require.NoError(t, err)
		require.NoError(t, report.Err())
		return dumpModels(read)
	}
	want := read(modelHead+carsRow+petrolRow, plainCSV)
	assert.Equal(t, want, read(text, f))
	ages := strings.Replace(text, ";10;", `;"12,5%; 100%";`, 1)
	assert.Contains(t, read(ages, f), "[12.5% 100%]")
	_, report, err := sheet.ReadQuantifications(strings.NewReader(strings.Replace(ages, "12,5%", "12.5%", 1)), f,
		[]strategy.Action{{ID: "A"}}, sheet.Named{})
	require.NoError(t, err)
	assert.Contains(t, report.Faults.Error(), "life", "a point is no decimal mark of the file")

	f = plainCSV // a dash in a year is nothing; one in another file's column is not of this file
	f.Marks = []ghg.CSVMark{{Column: "2024", Text: "-"}, {Column: "amount", Text: "-"}}
	_, report, err = sheet.ReadQuantifications(strings.NewReader(modelHead+strings.Replace(carsRow, ",5,", ",-,", 1)+petrolRow), f,
		[]strategy.Action{{ID: "A", Source: "plan"}}, sheet.Named{})
	require.NoError(t, err)
	require.NoError(t, report.Err())
	_, _, err = sheet.ReadActions(strings.NewReader(townActions), sheet.Format{CSVFormat: f.CSVFormat})
	require.NoError(t, err)
	assert.Equal(t, want, read("\ufeff"+modelHead+carsRow+petrolRow, plainCSV))

	for text, want := range map[string]string{
		"":                        "empty-file",
		"\xff\xfea":               "encoding",
		"action,no,2024\nA,1,5\n": "header: line 1, header \"item\": the column is missing",
		strings.Replace(modelHead, "2025", "2024년", 1): "header: line 1, header \"2024년\": the column is there twice",
		"\"act\nion\",no,item,2024\nA,1,expected,5\n":  "line 3, unit: give that of the quantities",
	} {
		_, report, err := sheet.ReadQuantifications(strings.NewReader(text), plainCSV, []strategy.Action{{ID: "A"}}, sheet.Named{})
		require.NoError(t, err)
		assert.Contains(t, faultLines(report.Faults), want, text)
	}
	_, report, err = sheet.ReadQuantifications(strings.NewReader(strings.Replace(modelHead, "2025", "2345", 1)), plainCSV, nil, sheet.Named{})
	require.NoError(t, err)
	assert.Contains(t, report.Findings.String(), `the column "2345" is not read`)

	broken := iotest.ErrReader(errors.New("no disk"))
	_, _, err = sheet.ReadQuantifications(broken, plainCSV, nil, sheet.Named{})
	assert.ErrorContains(t, err, "no disk")
	_, _, err = sheet.ReadQuantifications(strings.NewReader(modelHead), sheet.Format{}, nil, sheet.Named{})
	assert.ErrorContains(t, err, "needs the scheme")
	_, _, err = sheet.ReadQuantifications(strings.NewReader(modelHead), plainCSV, []strategy.Action{{}}, sheet.Named{})
	assert.ErrorContains(t, err, "an ID of at most")
}
