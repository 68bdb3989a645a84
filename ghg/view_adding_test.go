package ghg_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWithAddingRefuses(t *testing.T) {
	road := ghg.MustDeclaredView("road", "centre")
	for want, call := range map[string]func() (ghg.View, error){
		"no view given":       func() (ghg.View, error) { return ghg.View{}.WithAdding("why", 0) },
		"only a declared":     func() (ghg.View, error) { return gpc.Basic.WithAdding("why", 0) },
		"in at most 200":      func() (ghg.View, error) { return road.WithAdding(" ", 0) },
		"say in at most":      func() (ghg.View, error) { return road.WithAdding(strings.Repeat("w", 201), 0) },
		"UTF-8":               func() (ghg.View, error) { return road.WithAdding("\xff", 0) },
		"a convention that e": func() (ghg.View, error) { return road.WithAdding("why", 3) },
	} {
		_, err := call()
		assert.ErrorContains(t, err, want)
	}
	_, err := ghg.NewView(ghg.ViewDefinition{Name: "x", Scheme: gpc.Scheme, Categories: []string{"I.1.1"}, Waste: 3})
	assert.ErrorContains(t, err, "a convention that exists is needed")
	assert.Equal(t, ghg.NoWasteConvention, ghg.View{}.Waste())
	can, why := ghg.View{}.Addable()
	assert.False(t, can)
	assert.Contains(t, why, "no view given")
}

// The convention is no content of the ID: what is selected is.
func TestWasteIsNoIdentity(t *testing.T) {
	d := ghg.ViewDefinition{Name: "x", Scheme: gpc.Scheme, Categories: []string{"I.1.1"}}
	a := ghg.MustView(d)
	d.Waste = ghg.WasteByGenerator
	b := ghg.MustView(d)
	assert.Equal(t, a.ID(), b.ID())
	assert.NotEqual(t, a.Waste(), b.Waste())
	narrowed, err := b.WithTags("y", []string{"ets"}, nil, "why")
	require.NoError(t, err)
	assert.Equal(t, ghg.WasteByGenerator, narrowed.Waste())
}

func TestFigureOfAmount(t *testing.T) {
	for text, want := range map[string]string{"7246.75 kt": "5 t", "2140 kt": "500 t", "12.50 t": "0.005 t", "-399.99 kt": "5 t"} {
		c, err := ghg.CO2eOf(ghg.MustMass(text), ghg.AR5)
		require.NoError(t, err)
		assert.Equal(t, want, c.Figure().HalfUnit().String(), text)
		assert.Equal(t, text, c.Figure().String())
		assert.True(t, c.Figure().Reproduces(c.Tonnes()))
	}
}
