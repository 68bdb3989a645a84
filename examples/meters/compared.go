package main

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg/words"
)

// compared writes what came out, in tables of Markdown.
func (t teller) compared(c comparison, machine string, h *held, memory, stream, file []*way, duck *duckDB, why error) {
	rows, places := c.country.rows, h.truth.sums()
	fmt.Fprintf(t.out, t.pick("%d meters of seed %d to %d sums by place, year, category, gas and fuel; medians of %d runs in turn\n",
		"계량기 %d개(시드 %d)를 지역, 연도, 분류, 가스, 연료별 합계 %d개로; 번갈아 %d번 실행한 중앙값\n"), rows, c.country.seed, places, c.times)
	fmt.Fprintf(t.out, "%s; %s/%s, %s; %s\n", machine, runtime.GOOS, runtime.GOARCH, runtime.Version(), time.Now().Format(time.DateOnly))

	sums := places + h.kinds
	t.ways(t.pick("Rows in memory", "메모리에 있는 행"), sums, slices.Concat(memory,
		duck.of("memory", rows, words.Term{En: "DuckDB, a table in memory, texts as ENUM", Ko: "DuckDB, 메모리의 테이블(글은 ENUM)"}), stream))
	t.ways(t.pick("From a file", "파일에서"), sums, slices.Concat(file,
		duck.of("csv", rows, words.Term{En: "DuckDB, the same CSV", Ko: "DuckDB, 같은 CSV"}),
		duck.of("parquet", rows, words.Term{En: "DuckDB, the same as Parquet", Ko: "DuckDB, Parquet으로"})))

	fmt.Fprintf(t.out, t.pick(`
Wrong is a sum that differs in the third place of a kilogram, of %d sums of places and the country's %d.
All but float64 is exact to the last digit, which each run was checked for. The nouns give a BASIC total for each place.
A way has as many processors as workers. A ledger's sums have no workers: two halves are added up side by side and merged.
Memory is read at %s GB/s by one worker and at %s by two.
`, `
지역별 합계 %d개와 전국 합계 %d개 가운데 kg의 소수점 아래 셋째 자리까지 맞지 않는 것이 틀린 합계입니다.
float64가 아니면 모두 마지막 자리까지 정확하며, 실행할 때마다 확인했습니다. 인벤토리는 지역마다 BASIC 합계를 냅니다.
프로세서는 작업자 수만큼 씁니다. ledger의 합계에는 작업자가 없어, 절반 둘을 나란히 더해 합칩니다.
메모리를 읽는 속도는 작업자 하나일 때 초당 %sGB, 둘일 때 %sGB입니다.
`), places, h.kinds, bandwidth(stream[0]), bandwidth(stream[1]))
	if duck != nil {
		fmt.Fprintf(t.out, "DuckDB %s.\n", duck.version)
		return
	}
	fmt.Fprintf(t.out, t.pick("DuckDB was left out: %s. It is built where this runs in a checkout, with the go command and a C++ toolchain.\n",
		"DuckDB는 빠졌습니다: %s. 저장소 안에서 go 명령과 C++ 도구로 실행하면 함께 빌드합니다.\n"), spoken.Text(t.lang, why))
}

// bandwidth is gigabytes a second.
func bandwidth(w *way) string { return fmt.Sprintf("%.1f", rowBytes/w.perRow()) }

// ways writes a table of ways, of which the first is the naive one.
func (t teller) ways(title string, sums int, ways []*way) {
	fmt.Fprintf(t.out, t.pick("\n| %s | workers | ns/row | speed, naive = 1 | wrong of %d |\n",
		"\n| %s | 작업자 | ns/행 | 속도, 단순 방식 = 1 | %d개 중 틀림 |\n"), title, sums)
	fmt.Fprintln(t.out, "|---|--:|--:|--:|--:|")
	for _, w := range ways {
		wrong := fmt.Sprint(w.wrong)
		if w.wrong == addsUpNothing {
			wrong = "–"
		}
		fmt.Fprintf(t.out, "| %s | %d | %s | %s | %s |\n", t.pick(w.name.En, w.name.Ko), w.workers,
			short(w.perRow()), short(ways[0].perRow()/w.perRow()), wrong)
	}
}

// short writes a number with the digits that count.
func short(x float64) string {
	places := 0
	if x < 10 {
		places = 1
	}
	text := fmt.Sprintf("%.*f", places, x)
	if len(text) > 3 && !strings.Contains(text, ".") {
		text = text[:len(text)-3] + "," + text[len(text)-3:]
	}
	return text
}
