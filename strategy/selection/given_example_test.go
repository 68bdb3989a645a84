package selection_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/selection"
)

// Four of the measures, with what a solver is to know of them.
func ExampleProblem_WriteMostTonnesMPS() {
	d := measures()
	d.Candidates = d.Candidates[2:]
	d.Candidates[0].Requires, d.Candidates[1].Excludes = []string{"bus lanes"}, []string{"cycle paths"}
	d.Candidates[3].Choice = selection.MustHave
	d.Minima = []selection.Minimum{{Area: "T", Actions: 1}}
	if err := problem(d).WriteMostTonnesMPS(os.Stdout, money("50 bn KRW"), 2030); err != nil {
		fmt.Println(err)
	}
	// Output:
	// * selection "climate budget 2027", most tonnes
	// * x1 "electric buses"
	// * x2 "bus lanes"
	// * x3 "cycle paths"
	// * x4 "street lights"
	// * r1 "budget"
	// * r2 "actions in \"T\""
	// * q1_2 "electric buses requires bus lanes"
	// * e2_3 "bus lanes excludes cycle paths"
	// NAME selection
	// ROWS
	//  N obj
	//  L r1
	//  G r2
	//  L q1_2
	//  L e2_3
	// COLUMNS
	//  M1 'MARKER' 'INTORG'
	//  x1 obj -18000
	//  x1 r1 25000000000
	//  x1 r2 1
	//  x1 q1_2 1
	//  x2 obj -16000
	//  x2 r1 20000000000
	//  x2 r2 1
	//  x2 q1_2 -1
	//  x2 e2_3 1
	//  x3 obj -6000
	//  x3 r1 10000000000
	//  x3 r2 1
	//  x3 e2_3 1
	//  x4 obj -4000
	//  x4 r1 5000000000
	//  M2 'MARKER' 'INTEND'
	// RHS
	//  rhs r1 50000000000
	//  rhs r2 1
	//  rhs q1_2 0
	//  rhs e2_3 1
	// BOUNDS
	//  BV bnd x1
	//  BV bnd x2
	//  BV bnd x3
	//  FX bnd x4 1
	// ENDATA
}

// The same measures, to be cheapest: what they cost is made least, and what they cut is a row.
func ExampleProblem_WriteLeastCostMPS() {
	d := measures()
	d.Candidates = d.Candidates[4:]
	if err := problem(d).WriteLeastCostMPS(os.Stdout, map[int]ghg.CO2e{2030: ghg.MustCO2e("5.5 ktCO2e (AR5)")}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// * selection "climate budget 2027", least cost
	// * x1 "cycle paths"
	// * x2 "street lights"
	// * r1 "need in 2030"
	// NAME selection
	// ROWS
	//  N obj
	//  G r1
	// COLUMNS
	//  M1 'MARKER' 'INTORG'
	//  x1 obj 10000000000
	//  x1 r1 6000
	//  x2 obj 5000000000
	//  x2 r1 4000
	//  M2 'MARKER' 'INTEND'
	// RHS
	//  rhs r1 5500
	// BOUNDS
	//  BV bnd x1
	//  BV bnd x2
	// ENDATA
}

// What a solver chose, as GLPK lists it, is checked and weighed.
func ExampleProblem_ReadSolution() {
	list := `
   No. Column name       Activity     Lower bound   Upper bound
------ ------------    ------------- ------------- -------------
     1 x1           *              1             0             1
     2 x2           *              0             0             1
     3 x3           *              0             0             1
     4 x4           *              1             0             1
     5 x5           *              1             0             1
     6 x6           *              1             0             1
`
	p := problem(measures())
	chosen, err := p.ReadSolution(strings.NewReader(list))
	if err != nil {
		fmt.Println(err)
		return
	}
	answer, err := p.CheckMostTonnes(chosen, money("75 bn KRW"), 2030)
	fmt.Println(answer.Details(), err)
	// Output:
	// most tonnes, by given choice: heuristic, no selection cuts more than 60000 tCO2e (AR5)
	// chosen 4 of 6: district heat, bus lanes, cycle paths, street lights: 56000 tCO2e (AR5) for 75000000000 KRW (nominal)
	//   2030: 56000 tCO2e (AR5) (expected)
	//   budget: 75000000000 of at most 75000000000 KRW (nominal), binds <nil>
}

// A choice that costs too much, and is not whole.
func ExampleBrokenError() {
	d := measures()
	d.Candidates[2].Requires = []string{"bus lanes"}
	_, err := problem(d).CheckMostTonnes([]string{"district heat", "school roofs", "electric buses"}, money("75 bn KRW"), 2030)
	fmt.Println(err)
	var broken *selection.BrokenError
	if errors.As(err, &broken) {
		fmt.Println(len(broken.Links), "link and", len(broken.Rules), "rule")
	}
	// Output:
	// most tonnes: the choice breaks rules: "electric buses" requires "bus lanes"; budget: 95000000000 of at most 75000000000 KRW (nominal)
	// 1 link and 1 rule
}

// What was chosen cuts enough; for so much, there is cheaper.
func ExampleProblem_CheckLeastCost() {
	p := problem(measures())
	need := map[int]ghg.CO2e{2030: ghg.MustCO2e("45 ktCO2e (AR5)")}
	answer, err := p.CheckLeastCost([]string{"district heat", "bus lanes"}, need)
	fmt.Println(answer, err)
	fmt.Println("none costs less than", answer.Lowest)
	// Output:
	// least cost (heuristic): district heat, bus lanes: 46000 tCO2e (AR5) for 60000000000 KRW (nominal) <nil>
	// none costs less than 55000000000 KRW (nominal)
}

// A form waits a second and no longer.
func ExampleProblem_MostTonnesContext() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	answer, err := problem(measures()).MostTonnesContext(ctx, money("75 bn KRW"), 0, 2030)
	fmt.Println(answer, answer.Cancelled, err)
	// Output:
	// most tonnes: school roofs, electric buses, bus lanes: 59000 tCO2e (AR5) for 75000000000 KRW (nominal) false <nil>
}

// Whoever asked is gone.
func ExampleProblem_LeastCostContext() {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	need := map[int]ghg.CO2e{2030: ghg.MustCO2e("58 ktCO2e (AR5)")}
	answer, err := problem(measures()).LeastCostContext(ctx, need, 0)
	fmt.Println(answer, answer.Cancelled, err)
	// Output:
	// least cost (heuristic): school roofs, electric buses, bus lanes: 59000 tCO2e (AR5) for 75000000000 KRW (nominal) true <nil>
}
