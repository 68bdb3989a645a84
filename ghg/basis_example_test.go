package ghg_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
)

func ExampleBasis_Meets() {
	plan := ghg.Basis{Place: "Daegu", View: gpc.Basic, Metric: ghg.AR5}
	series := ghg.Basis{Place: "Daegu", View: gpc.Territorial, Metric: ghg.SAR}
	err := plan.Meets("the plan", series, "the series")
	var m *ghg.MismatchError
	if errors.As(err, &m) {
		for _, d := range m.Differ {
			fmt.Printf("%s: %s, %s\n", d.Aspect, d.A, d.B)
		}
	}
	fmt.Println(plan.Meets("the plan", plan, "the target"))
	// Output:
	// view: GPC 1.1 BASIC, GPC 1.1 territorial
	// metric: AR5, SAR
	// <nil>
}

func ExampleMismatchError() {
	gross := ghg.MustDeclaredView("gross", "national inventory")
	of1996, _ := gross.WithEdition("IPCC 1996")
	of2006, _ := gross.WithEdition("IPCC 2006")
	here := func(v ghg.View) ghg.Basis { return ghg.Basis{Place: "Korea", View: v, Metric: ghg.AR5} }
	var m *ghg.MismatchError
	err := here(of1996).Meets("the target", here(of2006), "the series")
	fmt.Println(errors.As(err, &m) && m.In(ghg.AspectEdition), m.In(ghg.AspectView))
	fmt.Println(err)
	// An edition that is not stated is no other edition: the view is another.
	err = here(of1996).Meets("the target", here(gross), "the series")
	fmt.Println(errors.As(err, &m) && m.In(ghg.AspectEdition), m.In(ghg.AspectView))
	// Output:
	// true false
	// the target and the series do not meet: edition IPCC 1996 and IPCC 2006: what is made on one guideline edition is not read on another: make both in one edition, or restate one
	// false true
}
