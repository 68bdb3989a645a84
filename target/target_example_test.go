package target_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

func ExampleTarget() {
	t, _ := target.New(daegu2030())
	fmt.Println(t)
	fmt.Println(t.Place(), t.Views().Due, t.Metric(), t.BaseYear(), t.Due())
	fmt.Println(t.Source())
	// Output:
	// Daegu 2030: 45% below 2018 by 2030
	// Daegu GPC 1.1 BASIC AR5 2018 2030
	// Daegu carbon neutrality strategy, December 2021
}

func ExampleTarget_Findings() {
	// The milestone of 2025 is looser than the base: emissions may rise first.
	d := daegu2030()
	d.Milestones = []target.Milestone{{Year: 2025, Cut: ghg.MustShare("-2%")}}
	t, _ := target.New(d)
	fmt.Println(t.Findings())
	// Output:
	// 2025, milestone-order: the level moves away from the goal between 2018 (9430000 tCO2e (AR5)) and 2025 (9618600 tCO2e (AR5))
	// 2025, cut-below-zero: a cut of -2% lets emissions grow: a reduction is written without a minus, and the figure is right only where growth is meant
}

func ExampleTarget_Limit() {
	t, _ := target.New(daegu2030())
	limit, err := t.Limit(2030)
	fmt.Println(limit, err)
	_, err = t.Limit(2025)
	fmt.Println(err)
	// Output:
	// 5186500 tCO2e (AR5) <nil>
	// level of target "Daegu 2030": no figure for 2025 (there are figures for 2030): ask a pathway for the years between
}

func ExampleTarget_Limit_noLevel() {
	t, _ := target.New(daegu2030())
	_, err := t.Limit(2027)
	var none *ghg.NoFigureError
	if errors.As(err, &none) {
		fmt.Println("ask for one of", none.Have)
	}
	// Output:
	// ask for one of [2030]
}

func ExampleTarget_Limits() {
	t, _ := target.New(daegu2030())
	for year, limit := range t.Limits() {
		fmt.Println(year, limit)
	}
	// Output:
	// 2030 5186500 tCO2e (AR5)
}

func ExampleTarget_Pathway() {
	t, _ := target.New(daegu2030())
	v, err := t.Pathway(target.Linear, 2022)
	fmt.Println(v.Format(ghg.Megatonne, 4), err)
	_, err = t.Pathway(target.Linear, 2031)
	fmt.Println(err)
	// Output:
	// 8.0155 MtCO2e (AR5) <nil>
	// pathway of target "Daegu 2030": year 2031: years from 2018 to 2030 are allowed
}

func ExampleTarget_Along() {
	t, _ := target.New(daegu2030())
	years, err := t.Along(target.Linear)
	if err != nil {
		fmt.Println(err)
		return
	}
	for year, v := range years {
		if year%4 == 2 {
			fmt.Println(year, v.Format(ghg.Megatonne, 4))
		}
	}
	// Output:
	// 2018 9.4300 MtCO2e (AR5)
	// 2022 8.0155 MtCO2e (AR5)
	// 2026 6.6010 MtCO2e (AR5)
	// 2030 5.1865 MtCO2e (AR5)
}

func ExampleTarget_MarshalJSON() {
	t, _ := target.New(daegu2030())
	b, err := json.MarshalIndent(t, "", "  ")
	fmt.Println(err)
	fmt.Println(string(b))
	// Output:
	// <nil>
	// {
	//   "format": "localghg target 1",
	//   "name": "Daegu 2030",
	//   "place": "Daegu",
	//   "due": 2030,
	//   "views": {
	//     "base": "GPC 1.1 BASIC",
	//     "due": "GPC 1.1 BASIC"
	//   },
	//   "edition": "GPC 1.1",
	//   "metric": "AR5",
	//   "goal": {
	//     "kind": "base_year",
	//     "year": 2018,
	//     "base": "9430000 t",
	//     "cut": "45%"
	//   },
	//   "milestones": [],
	//   "level": "5186500 tCO2e (AR5)",
	//   "source": "Daegu carbon neutrality strategy, December 2021",
	//   "findings": []
	// }
}
