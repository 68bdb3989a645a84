package rank_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/rank"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var cut = rank.Criterion{ID: "cut", Name: "cut by 2030", NameKo: "2030년 감축률", Unit: "%", Better: rank.HigherIsBetter, Source: "plans"}

// A table of what others published ranks them with one's own.
func ExampleReadPeers() {
	peers, report, err := rank.ReadPeers(strings.NewReader("지방정부,값,사유\n가람시,45,\n누리시,40,\n다온시,45,\n라온시,,계획 미수립\n"),
		ghg.CSVFormat{}, "cities", cut)
	if err != nil || report.Err() != nil {
		fmt.Println(err, report.Err())
		return
	}
	r, err := peers.Ranking(rank.Competition)
	if err != nil {
		fmt.Println(err)
		return
	}
	s, _ := r.Of("가람시")
	fmt.Println(s)
	fmt.Println(s.Korean())
	// Output:
	// 가람시: joint rank 1 of 3 with a value by cut by 2030 (45 %); 1 without a value: 1st to 2nd of 4
	// 가람시: 값이 있는 3곳 가운데 공동 1위, 2030년 감축률 45 %; 값이 없는 1곳을 더하면 4곳 가운데 1~2위
}

func TestReadPeers(t *testing.T) {
	peers, report, err := rank.ReadPeers(strings.NewReader("place,value,missing\na,1.5,\nb,,no plan\n"), ghg.CSVFormat{}, "places", cut)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	p, err := peers.Peer("b")
	require.NoError(t, err)
	assert.Equal(t, ghg.Undefined("no plan"), p.Value)
	for _, line := range []string{",3,", "c,many,", "sum,,", "c,3,no plan"} {
		_, report, err = rank.ReadPeers(strings.NewReader("place,value,missing\na,1.5,\n"+line+"\n"), ghg.CSVFormat{}, "places", cut)
		require.NoError(t, err)
		assert.ErrorContains(t, report.Err(), "line 3")
	}
	_, _, err = rank.ReadPeers(strings.NewReader("place,value\na,1.5\na,2\n"), ghg.CSVFormat{}, "places", cut)
	assert.ErrorContains(t, err, "a")
}
