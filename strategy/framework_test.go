package strategy_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleArea() {
	forest := strategy.Area{Code: "F", Name: "Forest and farming", NameKo: "산림·농축산", Theme: "Green Forest"}
	fmt.Println(forest.Code, forest.Name, forest.NameKo)
	// Output: F Forest and farming 산림·농축산
}

// A plan without areas is no framework.
func ExampleFrameworkDefinition() {
	_, err := strategy.NewFramework(strategy.FrameworkDefinition{ID: "Ansan 2030", Name: "Ansan climate plan", Source: "city plan of 2024"})
	fmt.Println(err)
	// Output:
	// framework "Ansan 2030", areas: one at least is needed
}

func ExampleFramework() {
	plan, err := strategy.NewFramework(strategy.FrameworkDefinition{
		ID: "Ansan 2030", Name: "Ansan climate plan", NameKo: "안산시 기후계획", Source: "city plan of 2024, chapter 3",
		Areas: []strategy.Area{
			{Code: "E", Name: "Energy", NameKo: "에너지"},
			{Code: "T", Name: "Transport", NameKo: "수송", Theme: "Fewer cars"},
		},
	})
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println(plan.Name(), "/", plan.NameKo())
	for a := range plan.Areas() {
		fmt.Println(a.Code, a.Name, a.NameKo)
	}
	transport, ok := plan.Area("T")
	fmt.Println(transport.Theme, ok)
	// Output:
	// Ansan climate plan / 안산시 기후계획
	// E Energy 에너지
	// T Transport 수송
	// Fewer cars true
}

// Two areas of one code would make every sum by area wrong.
func ExampleNewFramework_sameCode() {
	_, err := strategy.NewFramework(strategy.FrameworkDefinition{
		ID: "Ansan 2030", Name: "Ansan climate plan", Source: "city plan of 2024",
		Areas: []strategy.Area{{Code: "T", Name: "Transport"}, {Code: "W", Name: "Waste"}, {Code: "T", Name: "Trees"}},
	})
	fmt.Println(err)
	// Output:
	// framework "Ansan 2030", area 3, code "T": area 1 has it too: one code for one area
}

func TestFrameworkRefuses(t *testing.T) {
	area := []strategy.Area{{Code: "E", Name: "Energy"}}
	good := strategy.FrameworkDefinition{ID: "F", Name: "n", Source: "s", Areas: area}
	for name, spoil := range map[string]func(*strategy.FrameworkDefinition){
		"no ID":        func(d *strategy.FrameworkDefinition) { d.ID = "" },
		"long ID":      func(d *strategy.FrameworkDefinition) { d.ID = strings.Repeat("x", 201) },
		"no name":      func(d *strategy.FrameworkDefinition) { d.Name = "" },
		"no source":    func(d *strategy.FrameworkDefinition) { d.Source = "" },
		"no areas":     func(d *strategy.FrameworkDefinition) { d.Areas = nil },
		"no area code": func(d *strategy.FrameworkDefinition) { d.Areas = []strategy.Area{{Name: "Energy"}} },
		"long area code": func(d *strategy.FrameworkDefinition) {
			d.Areas = []strategy.Area{{Code: strings.Repeat("x", 201), Name: "Energy"}}
		},
		"no area name": func(d *strategy.FrameworkDefinition) { d.Areas = []strategy.Area{{Code: "E"}} },
	} {
		d := good
		spoil(&d)
		f, err := strategy.NewFramework(d)
		assert.Error(t, err, name)
		assert.True(t, f.IsZero(), name)
		assert.Less(t, len(err.Error()), 400, name)
	}
	bad := good
	bad.Areas = []strategy.Area{{Code: "E", Name: "Energy"}, {Code: "W"}}
	_, err := strategy.NewFramework(bad)
	assert.ErrorContains(t, err, `framework "F", area 2, name: a name is needed`)

	edge := good
	edge.ID = strings.Repeat("x", 200)
	edge.Areas = []strategy.Area{{Code: strings.Repeat("x", 200), Name: "Energy"}}
	_, err = strategy.NewFramework(edge)
	require.NoError(t, err)
}

func TestFrameworkIsImmutable(t *testing.T) {
	areas := []strategy.Area{{Code: "E", Name: "Energy"}, {Code: "W", Name: "Waste"}}
	f, err := strategy.NewFramework(strategy.FrameworkDefinition{ID: "F", Name: "n", NameKo: "이름", Source: "s", Areas: areas})
	require.NoError(t, err)
	areas[0].Name = "changed"
	for a := range f.Areas() {
		a.Name = "changed"
	}
	got, ok := f.Area("E")
	assert.True(t, ok)
	assert.Equal(t, "Energy", got.Name)
	_, ok = f.Area("X")
	assert.False(t, ok)
	assert.Equal(t, []string{"F", "n", "이름", "s"}, []string{f.ID(), f.Name(), f.NameKo(), f.Source()})
	assert.Equal(t, 2, f.Len())
	assert.False(t, f.IsZero())
}

func TestZeroFramework(t *testing.T) {
	var f strategy.Framework
	assert.True(t, f.IsZero())
	assert.Zero(t, f.Len())
	assert.Empty(t, slices.Collect(f.Areas()))
	_, ok := f.Area("")
	assert.False(t, ok)
	assert.Equal(t, "", f.ID()+f.Name()+f.NameKo()+f.Source())
}
