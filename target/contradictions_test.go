package target_test

import (
	"errors"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
)

// What a council's press office gets wrong most often is refused, and each
// refusal says what to do.
func TestContradictionsAreRefused(t *testing.T) {
	made := func(change func(*target.Definition)) error {
		d := daegu2030()
		change(&d)
		_, err := target.New(d)
		return err
	}
	progress := func(p target.Pathway, series ghg.Yearly) error {
		d := daegu2030()
		withGoal(func(g *target.BaseYear) { g.Cut = ghg.MustShare("100%") })(&d)
		_, err := mustTarget(t, d).Progress(2022, p, target.DefaultRules, series)
		return err
	}
	f := ghg.YearFigure{Year: 2022, Vintage: ghg.FirstVintage}
	onSAR, onAR5 := f, f
	onSAR.CO2e, onAR5.CO2e = ghg.MustCO2e("8 MtCO2e (SAR)"), ghg.MustCO2e("8 MtCO2e (AR5)")
	_, percent := ghg.NewShare(decimal.New(45, 0))
	_, text := ghg.ParseShare("45")
	var mismatch *ghg.MismatchError
	var refused ghg.Fault
	var pathway *target.PathwayError
	var shares *ghg.ShareError
	for _, x := range []struct {
		name string
		err  error
		as   any
		says string
	}{
		{"another metric", progress(target.Linear, figures(gpc.Basic, ghg.SAR, onSAR)), &mismatch,
			"metric AR5 and SAR: make both with one metric, or restate one"},
		{"another boundary", progress(target.Linear, figures(gpc.Territorial, ghg.AR5, onAR5)), &mismatch,
			"make both with one view, or restate one in the other's"},
		{"due before base", made(func(d *target.Definition) { d.Due = 2015 }), &refused, "the due year must come after the base year 2018"},
		{"geometric to zero", progress(target.Geometric, figures(gpc.Basic, ghg.AR5, onAR5)), &pathway,
			"use target.Linear, or target.GeometricTo a residual"},
		{"intensity without activity", made(func(d *target.Definition) {
			d.Goal = target.BaseYearIntensity{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare("40%")}
		}), &refused, `target "Daegu 2030", goal.activity: an intensity goal needs the series of its`},
		{"a percent where a fraction belongs", percent, &shares, "45%"},
		{"a percent without its sign", text, &shares, "45%"},
	} {
		if assert.ErrorContains(t, x.err, x.says, x.name) {
			assert.True(t, errors.As(x.err, x.as), x.name)
		}
	}
}
