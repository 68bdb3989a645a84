package track_test

import (
	"fmt"
	"math/rand"
	"slices"
	"strconv"
	"testing"

	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/track"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func named(id string) track.Indicator {
	d := carKm()
	d.ID, d.Name = id, id
	i, _ := track.NewIndicator(d)
	return i
}

func link(from, to string) track.CausalLink {
	return track.CausalLink{From: from, To: to, Effect: track.Increases, Confidence: track.Medium}
}

func ExampleCausalGraph() {
	g, err := track.NewCausalGraph([]string{"bus lanes", "car park fees"},
		[]track.Indicator{named("transport emissions"), named("car km"), named("bus trips")},
		[]track.CausalLink{
			{From: "bus lanes", To: "bus trips", Effect: track.Increases, Confidence: track.High},
			{From: "bus trips", To: "car km", Effect: track.Decreases, Confidence: track.Medium},
			{From: "car park fees", To: "car km", Effect: track.Decreases, Confidence: track.High},
			{From: "car km", To: "transport emissions", Effect: track.Increases, Confidence: track.High},
		})
	fmt.Println(err)
	for l := range g.Links() {
		if l.Confidence != track.High {
			fmt.Println("unsure:", l)
		}
	}
	for l := range g.From("bus trips") {
		fmt.Println(l)
	}
	for _, i := range g.Moved("bus lanes") {
		fmt.Println(i.ID())
	}
	// Output:
	// <nil>
	// unsure: "bus trips" decreases "car km" (medium confidence)
	// "bus trips" decreases "car km" (medium confidence)
	// bus trips
	// car km
	// transport emissions
}

func ExampleNewCausalGraph_refused() {
	_, err := track.NewCausalGraph([]string{"bus lanes"}, []track.Indicator{named("car km")}, []track.CausalLink{
		{From: "bus lane", To: "car km", Effect: track.Decreases, Confidence: track.High},
		{From: "car km", To: "bus lanes", Effect: track.Increases, Confidence: track.Low},
		{From: "bus lanes", To: "car km", Effect: track.Decreases},
	})
	fmt.Println(err)
	_, err = track.NewCausalGraph(nil, []track.Indicator{named("jobs"), named("shops")},
		[]track.CausalLink{link("jobs", "shops"), link("shops", "jobs")})
	fmt.Println(err)
	// Output:
	// link 1, "bus lane" to "car km", from "bus lane": no action or indicator has this ID
	// link 2, "car km" to "bus lanes", to "bus lanes": no indicator has this ID
	// link 3, "bus lanes" to "car km", confidence "unstated": high, medium and low are allowed
	// a circle of "moves": "shops" → "jobs" → "shops"
}

func ExampleCausalLink() {
	fmt.Println(track.CausalLink{From: "city trees", To: "carbon in trees", Effect: track.PartOf, Confidence: track.High,
		Evidence: "tree register"})
	// Output: "city trees" is part of "carbon in trees" (high confidence)
}

func ExampleCausalEffect() {
	fmt.Println(track.Increases, track.Decreases, track.PartOf)
	// Output: increases decreases is part of
}

func ExampleConfidence() {
	fmt.Println(track.High, track.Medium, track.Low, track.Confidence(0))
	// Output: high medium low unstated
}

func ExampleIndicator() {
	for _, i := range []track.Indicator{named("car km"), {}} {
		year, value, ok := i.Latest(2025)
		fmt.Println(i, year, value, ok)
	}
	// Output:
	// car km (million km) 2024 84 true
	// no indicator 0 0 false
}

func TestCausalGraphRefuses(t *testing.T) {
	_, err := track.NewCausalGraph([]string{"a", "a", ""}, []track.Indicator{named("a"), named("b"), {}},
		[]track.CausalLink{link("a", "b"), link("a", "b"), {From: "a", To: "b", Effect: 4, Confidence: track.Low}})
	assert.EqualError(t, err, `action 2, id "a": one is needed that no other action or indicator has
action 3, id: one is needed that no other action or indicator has
indicator 1, id "a": one is needed that no other action or indicator has
indicator 3, id: one is needed that no other action or indicator has
link 2, "a" to "b", to "b": these two are linked already
link 3, "a" to "b", effect "unknown effect (4)": increases, decreases and is part of are allowed
link 3, "a" to "b", to "b": these two are linked already`)
	_, err = track.NewCausalGraph(nil, []track.Indicator{named("a")}, []track.CausalLink{link("a", "a")})
	var cycle *strategy.CycleError
	require.ErrorAs(t, err, &cycle)
	assert.Equal(t, []string{"a"}, cycle.IDs)
	var zero track.CausalGraph
	assert.Empty(t, zero.Moved("a"))
	assert.Empty(t, slices.Collect(zero.Links()))
}

// Moved are those that a path leads to, causes first; a circle reported is one.
func TestCausalGraphProperty(t *testing.T) {
	r := rand.New(rand.NewSource(8))
	circles := 0
	for range 300 {
		n := 1 + r.Intn(7)
		var indicators []track.Indicator
		for i := range n {
			indicators = append(indicators, named(strconv.Itoa(i)))
		}
		var links []track.CausalLink
		reach := make([][]bool, n) // by Warshall
		for i := range n {
			reach[i] = make([]bool, n)
			for j := range n {
				if r.Intn(2*n) < 2 {
					links = append(links, link(strconv.Itoa(i), strconv.Itoa(j)))
					reach[i][j] = true
				}
			}
		}
		direct := map[[2]string]bool{}
		for _, l := range links {
			direct[[2]string{l.From, l.To}] = true
		}
		for k := range n {
			for i := range n {
				for j := range n {
					reach[i][j] = reach[i][j] || reach[i][k] && reach[k][j]
				}
			}
		}
		isCircle := false
		for i := range n {
			isCircle = isCircle || reach[i][i]
		}
		g, err := track.NewCausalGraph([]string{"action"}, indicators, append(links, link("action", "0")))
		if isCircle {
			circles++
			var cycle *strategy.CycleError
			require.ErrorAs(t, err, &cycle)
			for i, id := range cycle.IDs {
				assert.True(t, direct[[2]string{id, cycle.IDs[(i+1)%len(cycle.IDs)]}], cycle)
			}
			continue
		}
		require.NoError(t, err)
		assert.Equal(t, len(links)+1, len(slices.Collect(g.Links())))
		for range g.Links() {
			break
		}
		for range g.From("action") {
			break
		}
		for i := range n {
			var got []int
			for _, x := range g.Moved(strconv.Itoa(i)) {
				j, _ := strconv.Atoi(x.ID())
				for _, before := range got {
					assert.False(t, reach[j][before], "causes first")
				}
				got = append(got, j)
			}
			for j := range n {
				assert.Equal(t, reach[i][j], slices.Contains(got, j))
			}
		}
		assert.Equal(t, "0", g.Moved("action")[0].ID())
	}
	assert.Greater(t, circles, 50)
}
