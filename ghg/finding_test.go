package ghg_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFindingAsText(t *testing.T) {
	for want, f := range map[string]ghg.Finding{
		"line 4, V.1, negative-value: no removals here": {Code: ghg.FindingNegative, Line: 4,
			Category: ghg.Category{Scheme: "GPC 1.1", Code: "V.1"}, Detail: "no removals here"},
		"V.1, gaps: x":              {Code: ghg.FindingGaps, Category: ghg.Category{Code: "V.1"}, Detail: "x"},
		"line 1, total-withheld: x": {Code: ghg.FindingTotalWithheld, Line: 1, Detail: "x"},
		"gaps: x":                   {Code: ghg.FindingGaps, Detail: "x"},
	} {
		assert.Equal(t, want, f.String())
		korean := strings.NewReplacer("line 4", "4행", "line 1", "1행", "negative-value", "음수인 값", "gaps", "빠진 필수 배출원",
			"total-withheld", "합계를 내지 않음").Replace(want)
		assert.Equal(t, korean, f.Korean())
	}
	for s, want := range map[ghg.Severity]string{ghg.Note: "note", ghg.Warning: "warning", ghg.Serious: "serious"} {
		assert.Equal(t, want, s.String())
	}
}

func TestFindingsAsText(t *testing.T) {
	f := ghg.Findings{All: []ghg.Finding{{Code: "a", Detail: "x"}, {Code: "b", Detail: "y"}}, More: 2}
	assert.Equal(t, "a: x\nb: y\nand 2 more", f.String())
	assert.Equal(t, 4, f.Len())
	assert.Equal(t, "", ghg.Findings{}.String())
	assert.Equal(t, "a: x", ghg.Findings{All: f.All[:1]}.String())
}

// What many lines of a category have in common is one finding, whatever their amounts.
func TestLikeFindingsAreOne(t *testing.T) {
	var records []ghg.Record
	for i := range 1002 {
		x := rec("I.1.1", ghg.CO2, ghg.Value{})
		switch i % 4 {
		case 1:
			x = rec("I.2.1", ghg.CO2, ghg.Value{})
		case 2:
			x = rec("I.2.1", ghg.CO2, mass(fmt.Sprintf("-%d t", i)))
		}
		x.Line = i + 2
		records = append(records, x)
	}
	_, findings, err := ghg.NewInventory("Daegu", ghg.CalendarYear(2018), ghg.FirstVintage, gpc.Scheme, records)
	require.NoError(t, err)
	require.Equal(t, "missing-value missing-value negative-value", codesOf(findings))
	assert.Equal(t, 2, findings.All[0].Line)
	assert.Regexp(t, `^lines 2, 5, 6, 9, 10, 13, 14, 17, 18, 21, 22, 25 and 489 more: there is neither`, findings.All[0].Detail)
	assert.Regexp(t, `^lines 3, 7, 11, .* and 239 more: there is neither`, findings.All[1].Detail)
	assert.Equal(t, "-2 t", findings.All[2].Stated)
}

func TestFindingsAreCapped(t *testing.T) {
	records := make([]ghg.Record, 1002)
	for i := range records {
		records[i] = rec("I.1.1", ghg.CO2, must(ghg.IncludedIn(ghg.Category{Scheme: gpc.Scheme.ID(), Code: fmt.Sprintf("X%d", i)}, "why")))
		records[i].Line = i + 2
	}
	_, findings, err := ghg.NewInventory("Daegu", ghg.CalendarYear(2018), ghg.FirstVintage, gpc.Scheme, records)
	require.NoError(t, err)
	assert.Len(t, findings.All, 1000)
	assert.Equal(t, 2, findings.More)
	assert.Equal(t, 2, findings.All[0].Line, "in the order of the lines")
	assert.Equal(t, 1001, findings.All[999].Line)
}

func TestFindingOf(t *testing.T) {
	f := ghg.Finding{Code: "late", Severity: ghg.Serious, Of: "action E-1", Category: ghg.Category{Scheme: "GPC 1.1", Code: "I.1.1"},
		Stated: "a", Found: "b", Detail: "why"}
	assert.Equal(t, "action E-1, I.1.1, late: why", f.String())
	b, err := json.Marshal(f)
	require.NoError(t, err)
	assert.JSONEq(t, `{"code": "late", "name": "late", "name_ko": "late", "severity": "serious", "of": "action E-1", "category": "I.1.1",`+
		` "stated": "a", "found": "b", "detail": "why", "detail_ko": "사유"}`, string(b))
	b, err = json.Marshal(ghg.Findings{})
	require.NoError(t, err)
	assert.Equal(t, "[]", string(b))
	b, err = json.Marshal(ghg.Findings{All: []ghg.Finding{{Code: "x", Line: 3}}, More: 7})
	require.NoError(t, err)
	assert.JSONEq(t, `[{"code": "x", "name": "x", "name_ko": "x", "severity": "note", "line": 3, "detail": ""},
		{"code": "more", "name": "there are more", "name_ko": "그 밖에 더 있음", "severity": "note", "detail": "and 7 more", "detail_ko": "외 7개"}]`, string(b))
}

func TestFindingInKorean(t *testing.T) {
	text, err := json.Marshal(ghg.Finding{Code: "gaps", Detail: "2 of 3", DetailKo: "3건 중 2건"})
	require.NoError(t, err)
	assert.JSONEq(t, `{"code":"gaps","name":"required categories have gaps","name_ko":"빠진 필수 배출원","severity":"note",
		"detail":"2 of 3","detail_ko":"3건 중 2건"}`, string(text))
	text, err = json.Marshal(ghg.Finding{Code: "gaps", Detail: "2 of 3"})
	require.NoError(t, err)
	assert.NotContains(t, string(text), "detail_ko")
}
