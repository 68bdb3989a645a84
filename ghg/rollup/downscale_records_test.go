package rollup

import (
	"bytes"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const downHeader = "지역,연도,배출원,가스,배출량,단위,지구온난화지수,표기기호,설명,포함분류,시설,산정방식,상태,입력구분,산정방법,출처,가정\n"

// downInventory is an inventory of a province, 2022, of lines below the header.
func downInventory(t *testing.T, lines ...string) ghg.Inventory {
	t.Helper()
	format := ghg.CSVFormat{Scheme: gir.Scheme, File: "province.csv"}
	records, report, err := ghg.ReadCSV(strings.NewReader(downHeader+strings.Join(lines, "\n")+"\n"), format)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	inv, _, err := ghg.NewInventory("하늘도", ghg.CalendarYear(2022), ghg.FirstVintage, gir.Scheme, records)
	require.NoError(t, err)
	return inv
}

func downByPlace(t *testing.T, inv ghg.Inventory, category string) map[ghg.PlaceID][]ghg.Record {
	t.Helper()
	proxy, err := downProxy(t, []string{"가", "나", "다"}, []string{"3", "0", "4"})
	require.NoError(t, err)
	records, findings, err := proxy.Downscale(inv, category, ghg.Tonne, 1)
	require.NoError(t, err)
	assert.Zero(t, findings.Len())
	out := map[ghg.PlaceID][]ghg.Record{}
	for _, r := range records {
		out[r.Place] = append(out[r.Place], r)
	}
	require.Len(t, out, 3)
	return out
}

func valuesOf(records []ghg.Record) (out []string) {
	for _, r := range records {
		out = append(out, r.Category.Code+" "+r.Value.String())
	}
	return out
}

// Every record under the category is shared by itself: gases, alternatives, sinks, and what
// is CO2e of all gases.
func TestEachRecordIsSharedByItself(t *testing.T) {
	inv := downInventory(t,
		"하늘도,2022,1.A.3.b,,70,톤,AR5,,,,,주행거리기반,,,,,",
		"하늘도,2022,1.A.3.b,,35,톤,AR5,,,,,연료기반,,,,,",
		"하늘도,2022,1.A.4.b,CH4,1,톤,,,,,,,,,,,",
		"하늘도,2022,1.A.4.a,CH4,1,tCH4,,,,,,,,,,,",
		"하늘도,2022,5,,-10,톤,AR5,,,,,,,,,,")
	got := downByPlace(t, inv, "1")
	assert.Equal(t, []string{"1.A.3.b 30 tCO2e (AR5)", "1.A.3.b 15 tCO2e (AR5)", "1.A.4.b 0.4 t", "1.A.4.a 0.4 t CH4"}, valuesOf(got["가"]))
	assert.Equal(t, []string{"1.A.3.b 0 tCO2e (AR5)", "1.A.3.b 0 tCO2e (AR5)", "1.A.4.b 0 t", "1.A.4.a 0 t CH4"}, valuesOf(got["나"]))
	assert.Equal(t, []string{"1.A.3.b 40 tCO2e (AR5)", "1.A.3.b 20 tCO2e (AR5)", "1.A.4.b 0.6 t", "1.A.4.a 0.6 t CH4"}, valuesOf(got["다"]))
	assert.Equal(t, ghg.CH4, got["다"][2].Gas)
	assert.Equal(t, ghg.FuelBased, got["다"][1].Variant)
	sinks := downByPlace(t, inv, "LULUCF 전체")
	assert.Equal(t, []string{"5 -4.3 tCO2e (AR5)"}, valuesOf(sinks["가"])) // 4.28…: 0.085 of a unit is left, 0.014 of the other
	assert.Equal(t, []string{"5 -5.7 tCO2e (AR5)"}, valuesOf(sinks["다"]))

	// The parts make inventories, whose totals add up to the whole.
	view, err := gir.ManagedWithSinks.WithVariant(ghg.DistanceBased)
	require.NoError(t, err)
	whole, err := inv.Total(view, ghg.AR5)
	require.NoError(t, err)
	var all []ghg.Record
	for _, category := range []string{"1", "5"} {
		proxy, err := downProxy(t, []string{"가", "나", "다"}, []string{"3", "0", "4"})
		require.NoError(t, err)
		records, _, err := proxy.Downscale(inv, category, ghg.Tonne, 1)
		require.NoError(t, err)
		all = append(all, records...)
	}
	inventories, _, err := ghg.Inventories(all, gir.Scheme, ghg.FirstVintage)
	require.NoError(t, err)
	require.Len(t, inventories, 3)
	sum := decimal.Zero
	for _, part := range inventories {
		total, err := part.Total(view, ghg.AR5)
		require.NoError(t, err)
		sum = sum.Add(total.CO2e.Tonnes())
	}
	assert.True(t, whole.CO2e.Tonnes().Equal(sum), "want %s, have %s", whole.CO2e, sum) // 70 + 28 + 28 - 10
	assert.Equal(t, "116", sum.String())
}

// A key of the whole is that of each part, and how a value was entered stays where it says
// what counts in whose stead.
func TestKeysOfPartsAreThoseOfTheWhole(t *testing.T) {
	inv := downInventory(t,
		"하늘도,2022,4.A,,,,,NO,없음,,,,,,,,",
		"하늘도,2022,4.B,,7,톤,AR5,NE,일부 미산정,,,,,,,,",
		"하늘도,2022,4.C,,,,,IE,합산,4.D,,,,,,,",
		"하늘도,2022,4.E,,,,,IE,,4.F,,,,,,,",
		"하늘도,2022,4.D,,14,톤,AR5,,,,,,,기본값,,,",
		"하늘도,2022,4.D,,21,톤,AR5,,,,,,,자체값,,,",
		"하늘도,2022,4.G,,0,톤,AR5,,,,,,,미입력,,,",
		"하늘도,2022,4.H,,7,톤,AR5,,,,,,,확인,,,",
		"하늘도,2022,4.F,,,,,,,,,,,,,,")
	got := downByPlace(t, inv, "4")
	assert.Equal(t, []string{"4.A NO", "4.B 3 tCO2e (AR5), NE", "4.C IE (4.D)", "4.E IE (4.F)", "4.D 6 tCO2e (AR5), provider default",
		"4.D 9 tCO2e (AR5), local override", "4.G 0 as a placeholder", "4.H 3 tCO2e (AR5)", "4.F missing"}, valuesOf(got["가"]))
	assert.Equal(t, "4.B NE", valuesOf(got["나"])[1], "0 beside a key is the key")
	assert.Equal(t, "없음", got["나"][0].Value.Explanation())
	assert.Equal(t, "합산", got["나"][2].Value.Explanation())
	assert.Equal(t, "as stated of the whole", got["나"][3].Value.Explanation())
	// 21 t counts and not 14 t, in each part as in the whole.
	part, _, err := ghg.NewInventory("다", ghg.CalendarYear(2022), ghg.FirstVintage, gir.Scheme, got["다"])
	require.NoError(t, err)
	total, err := part.Total(gir.Agriculture, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "20 tCO2e (AR5)", total.CO2e.String()) // 4 + 12 + 4
}

// A part says that it is an estimate, of what, by what and from where, and can be written
// and read.
func TestPartsSayWhatTheyAre(t *testing.T) {
	inv := downInventory(t,
		"하늘도,2022,1.A.4.b,,70,톤,AR5,,,,,,확정,,1996 지침,통계표,가정 하나",
		"하늘도,2022,1.A.4.a,,70,톤,AR5,,,,,,전망,,,,")
	proxy, err := NewProxy(ProxyDefinition{By: ByShares, Year: 2022, Source: "기본계획", Quality: ghg.Low, Parts: []ProxyPart{
		{Place: "가", Share: ghg.MustShare("62.5%")}, {Place: "나", Share: ghg.MustShare("0.375")}}})
	require.NoError(t, err)
	records, findings, err := proxy.Downscale(inv, "1.A.4", ghg.Tonne, 2)
	require.NoError(t, err)
	assert.Zero(t, findings.Len())
	require.Len(t, records, 4)
	assert.Equal(t, []ghg.PlaceID{"가", "가", "나", "나"}, []ghg.PlaceID{records[0].Place, records[1].Place, records[2].Place, records[3].Place})
	assert.Equal(t, []ghg.Status{ghg.Estimated, ghg.Projected}, []ghg.Status{records[0].Status, records[1].Status})
	e := records[2].Evidence.Definition()
	assert.Equal(t, "1996 지침; downscaling by stated shares (공표된 비율 비례 배분)", e.Method)
	assert.Equal(t, "통계표; stated shares of 2022 (기본계획)", e.Source)
	assert.Equal(t, "가정 하나; shared from 하늘도 by stated shares of 2022 (기본계획): 0.375 of 1", e.Assumption)
	assert.Equal(t, ghg.Low, e.ActivityQuality)
	assert.Equal(t, []any{"province.csv", 2}, []any{e.File, records[2].Line}, "where the whole was read")
	var out bytes.Buffer
	require.NoError(t, ghg.WriteCSV(&out, records))
	again, report, err := ghg.ReadCSV(&out, ghg.CSVFormat{Scheme: gir.Scheme})
	require.NoError(t, err)
	require.NoError(t, report.Err())
	require.Len(t, again, 4)
	for i, r := range again {
		assert.True(t, r.Value.Equal(records[i].Value))
		assert.Equal(t, records[i].Evidence.Definition(), r.Evidence.Definition())
	}
}

func TestDownscaleTellsOtherYearsAndFacilities(t *testing.T) {
	inv := downInventory(t, "하늘도,2022,1.A.2,,7,톤,AR5,,,,가람공장,,,,,,", "하늘도,2022,1.A.2,,7,톤,AR5,,,,,,,,,,")
	proxy, err := NewProxy(ProxyDefinition{By: ByPopulation, Year: 2020, Source: "register",
		Parts: []ProxyPart{{Place: "가", Quantity: ghg.MustQuantity("1 명")}}})
	require.NoError(t, err)
	records, findings, err := proxy.Downscale(inv, "1.A.2", ghg.Kilotonne, 3)
	require.NoError(t, err)
	assert.Equal(t, "7 tCO2e (AR5)", records[0].Value.String())
	require.Equal(t, 2, findings.Len())
	assert.Equal(t, "1.A.2 of 하늘도, proxy-year-differs: figures of 2022 are shared by the population of 2020 (register): "+
		"the places may have changed since, one against another\n"+
		"1.A.2 of 하늘도, facilities-shared: 1 records are of facilities, and are shared out all the same: each stands in one place, "+
		"and is known better there", findings.String())
	assert.Contains(t, findings.Korean(), "2022년의 수치를 2020년 인구(register)로 배분했습니다")
	assert.Contains(t, findings.Korean(), "시설의 기록 1건도")
}

func TestDownscaleRefuses(t *testing.T) {
	inv := downInventory(t, "하늘도,2022,1.A.4.b,,7.05,톤,AR5,,,,,,,,,,", "하늘도,2022,1.A.4.b,CO2,3.4,톤,,,,,,,,,,,",
		"하늘도,2022,1.A.4.a,CO2,0.001,톤,,,,,,,,,,,")
	shares, err := downProxy(t, []string{"가", "하늘도"}, []string{"3", "4"})
	require.NoError(t, err)
	_, _, err = shares.Downscale(inv, "1.A.4", ghg.Tonne, 1)
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	require.Equal(t, 3, faults.Len(), "all of them")
	assert.Equal(t, ghg.FaultMismatch, faults.All[0].Code)
	assert.Equal(t, ghg.Fault{Code: FaultFinerThanScale, Of: "1.A.4 of 하늘도", Line: 2, Field: "1.A.4.b", Value: "7.05 tCO2e (AR5)",
		Detail: "parts of 1 decimal places do not add up to it: round it, or name a finer scale", Place: "하늘도", Period: ghg.CalendarYear(2022)},
		faults.All[1])
	assert.Equal(t, 4, faults.All[2].Line)

	shares, err = downProxy(t, []string{"가", "나"}, []string{"3", "4"})
	require.NoError(t, err)
	var unknown *ghg.UnknownError
	_, _, err = shares.Downscale(inv, "9.Z", ghg.Tonne, 1)
	assert.ErrorAs(t, err, &unknown)
	var f ghg.Fault
	_, _, err = shares.Downscale(inv, "6", ghg.Tonne, 1)
	require.ErrorAs(t, err, &f)
	assert.Equal(t, FaultNothingToShare, f.Code)
	_, _, err = shares.Downscale(inv, "1.A.4.b", ghg.Tonne, 60)
	require.ErrorAs(t, err, &f)
	assert.Equal(t, ghg.FaultNumber, f.Code, "of more digits than an amount has")
	_, _, err = shares.Downscale(inv, "1.A.4.b", ghg.MassUnit{}, 1)
	assert.ErrorContains(t, err, "unit")
	_, _, err = shares.Downscale(ghg.Inventory{}, "1.A.4.b", ghg.Tonne, 1)
	assert.ErrorIs(t, err, ghg.ErrNoInventory)
	_, _, err = Proxy{}.Downscale(inv, "1.A.4.b", ghg.Tonne, 1)
	assert.ErrorIs(t, err, ErrNoProxy)

	shares = Proxy{&proxy{ProxyDefinition: ProxyDefinition{Parts: make([]ProxyPart, maxDownscaled/2+1)}}}
	_, _, err = shares.Downscale(inv, "1.A.4.b", ghg.Tonne, 2)
	require.ErrorAs(t, err, &f)
	assert.Equal(t, ghg.FaultBeyond, f.Code)
}
