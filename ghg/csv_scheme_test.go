package ghg_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const ownTree = `분류코드,상위코드,분류명,한글명,배출범위,흡수원,참고항목,비고
B,,Buildings,건물,,,,
B.1,B,Fuels,연료,1,,,
B.2,B,Electricity,전력,scope 2,,,
S,,Sinks,흡수원,,,,
S.1,S,Forests,산림,,O,,도시숲 포함
M,,Waste heat,폐열,,,yes,
`

// A city's own tree of categories comes from a file.
func ExampleReadScheme() {
	d := ghg.SchemeDefinition{ID: "own 2025", Title: "Own tree", Source: "city statistics"}
	s, report, err := ghg.ReadScheme(strings.NewReader(ownTree), ghg.CSVFormat{}, d)
	if err != nil || report.Err() != nil {
		fmt.Println(err, report.Err())
		return
	}
	for n := range s.Nodes() {
		fmt.Println(n.Code, n.Name, n.NameKo, n.Scope, n.Reportable, n.Negative, n.Memo)
	}
	fmt.Println(s.Reportable(true), s.Reportable(false))
	_, report, _ = ghg.ReadScheme(strings.NewReader("code,parent,name,scope\nB,,,\nB.1,B,Fuels,9\n"), ghg.CSVFormat{}, d)
	fmt.Println(report.Faults)
	// Output:
	// B Buildings 건물 scope unspecified false false false
	// B.1 Fuels 연료 scope 1 true false false
	// B.2 Electricity 전력 scope 2 true false false
	// S Sinks 흡수원 scope unspecified false false false
	// S.1 Forests 산림 scope unspecified true true false
	// M Waste heat 폐열 scope unspecified true false true
	// [B.1 B.2 S.1] [B.1 B.2]
	// line 2, name: it is needed
	// line 3, scope "9": allowed are 1, 2, 3
}

func TestReadScheme(t *testing.T) {
	d := ghg.SchemeDefinition{ID: "own 2025", Title: "Own tree", Source: "city statistics"}
	s, report, err := ghg.ReadScheme(strings.NewReader(ownTree), ghg.CSVFormat{}, d)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	n, ok := s.Node("S.1")
	require.True(t, ok)
	assert.Equal(t, "도시숲 포함", n.Note)
	for text, want := range map[string]string{
		"code,parent,name\nB,A,Buildings\n":              "A",
		"code,parent,name\nB,,Buildings\nB,,Buildings\n": "B",
	} {
		_, report, err = ghg.ReadScheme(strings.NewReader(text), ghg.CSVFormat{}, d)
		assert.NoError(t, report.Err())
		assert.ErrorContains(t, err, want)
	}
	_, report, err = ghg.ReadScheme(strings.NewReader("code,parent,name,sink\nB,,Buildings,perhaps\n"), ghg.CSVFormat{}, d)
	require.NoError(t, err)
	assert.ErrorContains(t, report.Err(), `line 2, sink "perhaps"`)
	d.Nodes = []ghg.Node{{Code: "B"}}
	_, _, err = ghg.ReadScheme(strings.NewReader(ownTree), ghg.CSVFormat{}, d)
	assert.ErrorContains(t, err, "it has some already")
}
