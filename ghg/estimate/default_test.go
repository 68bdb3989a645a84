package estimate_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/table"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const head = "# source: a list of one's own\n# edition: 1\n# retrieved: 2026-11\n" +
	"table\titem\tcondition\tparameter\tvalue\tlower\tupper\tunit\tedition\tsource\n"

const defaultRows = head +
	"gas\tnetwork\tdeveloped\tCH4\t1.1\t-20%\t+500%\tt CH4/10^6 m3\t2006\tV2 Ch4 T4.2.4\n" +
	"gas\tnetwork\tdeveloping\tCH4\t1.1 to 2.5\t\t\tt CH4/10^6 m3\t2006\tV2 Ch4 T4.2.5\n" +
	"gas\tnetwork\t\tCH4\t2.92\t\t\tt CH4/10^6 m3\t2019R\tV2 Ch4 T4.2.4J\n" +
	"gas\tnetwork\t\tCH4\t1.17\t\t\tt CH4/km\t2019R\tV2 Ch4 T4.2.4J\n"

// A default is looked up by table, name and edition; its source says that it is one.
func ExampleDefaults_Of() {
	defaults, err := estimate.ReadDefaults(table.MustRead(defaultRows, estimate.DefaultColumns()...))
	fmt.Println(err)
	p, err := defaults.Of(estimate.DefaultKey{Edition: estimate.IPCC2006, Table: "gas", Condition: "developed", Parameter: "CH4"})
	fmt.Println(p, err)
	_, err = defaults.Of(estimate.DefaultKey{Edition: estimate.IPCC2006, Table: "gas", Condition: "developing"})
	fmt.Println(err)
	_, err = defaults.Of(estimate.DefaultKey{Edition: estimate.IPCC2019, Table: "gas"})
	fmt.Println(err)
	// Output:
	// <nil>
	// 1.1 t CH4/1000000 m3 (default: V2 Ch4 T4.2.4) <nil>
	// default gas, developing (IPCC 2006): its source prints 1.1 to 2.5: choose one and state it
	// default gas (IPCC 2019 Refinement): 2 are meant, name one: gas, network, CH4, t CH4/1000000 m3 (IPCC 2019 Refinement); gas, network, CH4, t CH4/km (IPCC 2019 Refinement)
}

func TestDefaultsThatAreNot(t *testing.T) {
	d, err := estimate.ReadDefaults(table.MustRead(defaultRows, estimate.DefaultColumns()...))
	require.NoError(t, err)
	_, err = d.Of(estimate.DefaultKey{Table: "gas"})
	assert.EqualError(t, err, "default gas (not stated): its edition is needed: IPCC 2006 or IPCC 2019 Refinement")
	_, err = d.Of(estimate.DefaultKey{Edition: estimate.IPCC2006, Table: "gas", Item: "pipes"})
	var unknown *ghg.UnknownError
	require.ErrorAs(t, err, &unknown)
	assert.Len(t, unknown.Allowed, 2, "its neighbours are named, and none is taken")
	p, err := d.Of(estimate.DefaultKey{Edition: estimate.IPCC2019, Table: "gas", Unit: "t CH4/km"})
	require.NoError(t, err)
	assert.Equal(t, "1.17 t CH4/km", p.Rate.String())
	n := 0
	for x := range d.All() {
		assert.NotEmpty(t, x.Source)
		n++
	}
	assert.Equal(t, 4, n)
	text, err := json.Marshal(d)
	require.NoError(t, err)
	assert.Contains(t, string(text), `"IPCC 2006"`)
	for _, row := range []string{
		"gas\tx\t\tCH4\t1\t\t\tfurlong\t2006\ts\n", "gas\tx\t\tCH4\t1\t\t\tt/km\t1996\ts\n", "gas\tx\t\tCH4\t1\t\t\tt/km\t2006\t\n",
	} {
		_, err := estimate.ReadDefaults(table.MustRead(head+row, estimate.DefaultColumns()...))
		assert.ErrorContains(t, err, "default in line 5 (gas)")
		assert.Panics(t, func() { estimate.MustDefaults(table.MustRead(head+row, estimate.DefaultColumns()...)) })
	}
	assert.Equal(t, "미기재", estimate.Edition(9).Korean())
	assert.False(t, estimate.Edition(0).Valid())
}
