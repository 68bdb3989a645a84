package activity

import (
	"sync"

	"github.com/localghg/localghg/ghg"
)

// The columns of a table of activity data.
const (
	colPlace      = "place"
	colYear       = "year"
	colCategory   = "category"
	colAmount     = "amount"
	colUnit       = "unit"
	colMethod     = "method"
	colOf         = "of"
	colFactors    = "factors"
	colRule       = "rule"
	colSector     = "sector"
	colBiogenic   = "biogenic"
	colCalorific  = "calorific"
	colParameters = "parameters"
	colStatedBy   = "factor_source"
	colSource     = "source"
	colScheme     = "scheme"
	colActivity   = "activity"
	colFacility   = "facility"
)

// columns are those of a table, the first seven of which must be there. The first other name
// of each is its Korean one.
var columns = sync.OnceValue(func() []ghg.CSVColumn {
	return []ghg.CSVColumn{
		{Name: colPlace, Aliases: []string{"지역", "지자체", "지역명", "지자체명"}, Required: true},
		{Name: colYear, Aliases: []string{"연도", "년도", "기간"}, Required: true},
		{Name: colCategory, Aliases: []string{"배출원", "배출원분류", "분류"}, Required: true},
		{Name: colAmount, Aliases: []string{"활동자료", "사용량", "활동량"}, Required: true},
		{Name: colUnit, Aliases: []string{"단위"}, Required: true},
		{Name: colMethod, Aliases: []string{"산정방법", "방법"}, Required: true},
		{Name: colFactors, Aliases: []string{"배출계수", "계수"}, Required: true},
		{Name: colOf, Aliases: []string{"대상", "연료", "물질", "fuel"}},
		{Name: colRule, Aliases: []string{"계수기준", "계수적용기준"}},
		{Name: colSector, Aliases: []string{"부문"}},
		{Name: colBiogenic, Aliases: []string{"바이오매스비율", "생물기원비율"}},
		{Name: colCalorific, Aliases: []string{"발열량"}},
		{Name: colParameters, Aliases: []string{"매개변수"}},
		{Name: colStatedBy, Aliases: []string{"계수출처", "매개변수출처"}},
		{Name: colSource, Aliases: []string{"출처", "자료출처"}},
		{Name: colScheme, Aliases: []string{"분류체계"}},
		{Name: colActivity, Aliases: []string{"활동"}},
		{Name: colFacility, Aliases: []string{"시설", "사업장"}},
	}
})
