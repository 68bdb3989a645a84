package ghg_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"text/tabwriter"

	"github.com/localghg/localghg/ghg"
)

// Three parts of 10.4 kt are 31.2 kt: shown as 10, 10 and 10, they would not
// add up to the 31 of their total.
func ExampleShowList() {
	part := ghg.MustCO2e("10.4 ktCO2e (AR5)")
	shown, err := ghg.ShowList(ghg.Kilotonne, 0, part, part, part)
	for i, p := range shown.Parts() {
		fmt.Println([]string{"homes", "offices", "schools"}[i], p)
	}
	fmt.Println("total", shown.Total(), err)

	shown, err = ghg.ShowList(ghg.KilotonneKo, 1, part, part, part)
	fmt.Println(shown, err)
	// Output:
	// homes 11 kt
	// offices 10 kt
	// schools 10 kt
	// total 31 kt <nil>
	// 10.4 + 10.4 + 10.4 = 31.2 천톤 <nil>
}

func ExampleShowList_twoMetrics() {
	_, err := ghg.ShowList(ghg.Kilotonne, 0, ghg.MustCO2e("10.4 ktCO2e (AR5)"), ghg.MustCO2e("10.4 ktCO2e (AR4)"))
	var mismatch *ghg.MetricMismatchError
	fmt.Println(errors.As(err, &mismatch), err)
	_, err = ghg.ShowList(ghg.Kilotonne, 1000, ghg.MustCO2e("10.4 ktCO2e (AR5)"))
	fmt.Println(err)
	// Output:
	// true part 2: CO2e on metric AR5 and on metric AR4 do not meet: compute both with one metric
	// rounding to 1000 decimal places: -400 to 400 are allowed
}

// Sectors by year. Rounded one by one, buildings would read 20 + 21 + 22 = 64,
// and the years 69 + 70 + 54 = 192: of 68.9, 69.6 and 53.9 one has to be rounded
// down, and 2020 is the nearest to it.
func ExampleShowTable() {
	kt := func(s string) ghg.CO2e { return ghg.MustCO2e(s + " ktCO2e (AR5)") }
	shown, err := ghg.ShowTable(ghg.Kilotonne, 0, [][]ghg.CO2e{
		{kt("20.4"), kt("21.4"), kt("22.4")},
		{kt("33.3"), kt("33.6"), kt("34.9")},
		{kt("15.2"), kt("14.6"), kt("-3.4")},
	})
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "kt\t2019\t2020\t2021\tall")
	line := func(name string, l ghg.ShownList) {
		fmt.Fprint(w, name)
		for _, cell := range l.Parts() {
			fmt.Fprint(w, "\t", cell.Number())
		}
		fmt.Fprintln(w, "\t"+l.Total().Number())
	}
	for i, row := range shown.Rows() {
		line([]string{"buildings", "transport", "waste"}[i], row)
	}
	line("total", shown.ColumnTotals())
	w.Flush()
	fmt.Println(shown.Total(), shown.Metric(), err)
	// Output:
	// kt         2019  2020  2021  all
	// buildings  21    21    22    64
	// transport  33    34    35    102
	// waste      15    14    -3    26
	// total      69    69    54    192
	// 192 kt AR5 <nil>
}

func ExampleShowTable_refused() {
	kt := func(s string) ghg.CO2e { return ghg.MustCO2e(s) }
	_, err := ghg.ShowTable(ghg.Kilotonne, 0, [][]ghg.CO2e{{kt("20 ktCO2e (AR5)"), kt("21 ktCO2e (AR5)")}, {kt("33 ktCO2e")}})
	fmt.Println(err)
	_, err = ghg.ShowTable(ghg.Kilotonne, 0, [][]ghg.CO2e{{kt("20 ktCO2e (AR5)"), kt("21 ktCO2e (AR5)")}, {kt("33 ktCO2e (AR5)")}})
	fmt.Println(err)
	// Output:
	// row 2, column 1: CO2e on metric AR5 and on metric unstated do not meet: compute both with one metric
	// row 2 of a table has length 1, row 1 has length 2: all must have one length
}

func ExampleShown() {
	shown, _ := ghg.ShowList(ghg.Megatonne, 2, ghg.MustCO2e("9.4 MtCO2e (AR5)"), ghg.MustCO2e("-430 ktCO2e (AR5)"))
	total := shown.Total()
	fmt.Println(total, total.Number(), total.Amount())
	// Output:
	// 8.97 Mt 8.97 8.97
}

func ExampleShownList() {
	shown, _ := ghg.ShowList(ghg.Kilotonne, 1, ghg.MustCO2e("10.44 ktCO2e (AR5)"), ghg.MustCO2e("10.44 ktCO2e (AR5)"))
	fmt.Println(shown)
	text, err := json.Marshal(shown)
	fmt.Println(string(text), err)
	// Output:
	// 10.5 + 10.4 = 20.9 kt
	// {"metric":"AR5","parts":["10.5 kt","10.4 kt"],"total":"20.9 kt"} <nil>
}

// The columns, for a chart of years.
func ExampleShownTable() {
	t := func(s string) ghg.CO2e { return ghg.MustCO2e(s + " tCO2e (AR5)") }
	shown, _ := ghg.ShowTable(ghg.Tonne, -2, [][]ghg.CO2e{{t("1240"), t("1330")}, {t("2240"), t("-130")}})
	fmt.Println(shown)
	for j, column := range shown.Columns() {
		fmt.Println(2020+j, column)
	}
	fmt.Println("rows", shown.RowTotals())
	// Output:
	// 1300 + 1300 = 2600 t
	// 2200 + -100 = 2100 t
	// 3500 + 1200 = 4700 t
	// 2020 1300 + 2200 = 3500 t
	// 2021 1300 + -100 = 1200 t
	// rows 2600 + 2100 = 4700 t
}

func ExampleShownList_Metric() {
	shown, _ := ghg.ShowList(ghg.Kilotonne, 1, ghg.MustCO2e("10430 tCO2e (AR5)"), ghg.MustCO2e("2170 tCO2e (AR5)"))
	fmt.Println("kt CO2e,", shown.Metric())
	fmt.Println(shown)
	// Output:
	// kt CO2e, AR5
	// 10.4 + 2.2 = 12.6 kt
}
