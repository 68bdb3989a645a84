package ghg_test

import (
	"encoding/json"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
)

func ExampleFindings() {
	_, findings, err := ghg.NewInventory("수성구", ghg.CalendarYear(2021), ghg.FirstVintage, gpc.Scheme, []ghg.Record{
		{Place: "수성구", Period: ghg.CalendarYear(2021), Category: category("II.4.1"), Value: ghg.KeyedAsFound(ghg.NO, ""), Line: 2},
		{Place: "수성구", Period: ghg.CalendarYear(2021), Category: category("III.1.1"), Gas: ghg.CH4, Value: ghg.Emitted(ghg.MustMass("-4 t")),
			Line: 3},
	})
	fmt.Println(findings.Len(), err)
	fmt.Println(findings)
	// Output:
	// 2 <nil>
	// line 2, II.4.1, key-without-explanation: a notation key needs an explanation
	// line 3, III.1.1, negative-value: the scheme has no removals here; it counts as it stands
}

func ExampleFinding() {
	f := ghg.Finding{Code: ghg.FindingTotalMismatch, Severity: ghg.Serious, Stated: "389.2 kt", Found: "402900 t",
		Detail: "the declared total does not reproduce"}
	fmt.Println(f, "|", f.Severity)
	// Output:
	// total-mismatch: the declared total does not reproduce | serious
}

func ExampleSeverity() {
	fmt.Println(ghg.Note, ghg.Warning, ghg.Serious, ghg.Serious > ghg.Warning)
	// Output:
	// note warning serious true
}

// A code has a short name in both languages, and JSON has it too.
func ExampleFinding_Name() {
	f := ghg.Finding{Code: ghg.FindingGaps, Severity: ghg.Serious, Detail: "2 of 12 are missing"}
	fmt.Println(f.Name().En, "|", f.Name().Ko)
	text, err := json.Marshal(f)
	fmt.Println(string(text), err)
	// Output:
	// required categories have gaps | 빠진 필수 배출원
	// {"code":"gaps","name":"required categories have gaps","name_ko":"빠진 필수 배출원","severity":"serious","detail":"2 of 12 are missing"} <nil>
}

// A program in Korean shows what is written in Korean, and what it is of. The detail
// alone is in DetailKo.
func ExampleFinding_Korean() {
	f := ghg.Finding{Code: "phases-gap", Of: `action "forest"`, Detail: "nothing is planned from 2031 to 2034",
		DetailKo: "2031~2034년에는 단계가 없습니다"}
	fmt.Println(f.Korean())
	fmt.Println(ghg.Finding{Code: ghg.FindingGaps, Detail: "2 of 12 are missing"}.Korean())
	// Output:
	// 사업 "forest", 단계 사이가 빔: 2031~2034년에는 단계가 없습니다
	// 빠진 필수 배출원: 2 of 12 are missing
}

// Findings of several calls make one list, in the language of the reader.
func ExampleFindings_AddAll() {
	var all ghg.Findings
	all.AddAll(
		ghg.Findings{All: []ghg.Finding{{Code: ghg.FindingMissingValue, Line: 12,
			Detail: "neither a number nor a key", DetailKo: "수치도 표기기호도 없음"}}},
		ghg.Findings{All: []ghg.Finding{{Code: ghg.FindingNotActual, Of: "2022", Detail: "provisional", DetailKo: "잠정"}}, More: 3})
	fmt.Println(all)
	fmt.Println(all.Korean())
	fmt.Println(ghg.Findings{More: 2}.Korean(), all.Len())
	// Output:
	// line 12, missing-value: neither a number nor a key
	// 2022, not-actual: provisional
	// and 3 more
	// 12행, 누락된 값: 수치도 표기기호도 없음
	// 2022, 확정되지 않은 수치: 잠정
	// 그 밖에 3건
	// 그 밖에 2건 5
}

// What a finding says stands in a table, in both languages.
func ExampleFinding_Said() {
	closed := words.Term{En: "%s was closed in %d", Ko: "%s은(는) %d년에 폐쇄되었습니다"}
	f := ghg.Finding{Code: "plant-closed", Severity: ghg.Warning, Of: "plant 3"}.Said(closed, "plant 3", 2024)
	fmt.Println(f)
	fmt.Println(f.Korean())
	// Output:
	// plant 3, plant-closed: plant 3 was closed in 2024
	// plant 3, plant-closed: plant 3은 2024년에 폐쇄되었습니다
}
