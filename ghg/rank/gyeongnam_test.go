package rank_test

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/rank"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestSouthGyeongsang ranks the 18 municipalities on the published table where
// LOCALGHG_DATA names the folder that holds it.
func TestSouthGyeongsang(t *testing.T) {
	folder := os.Getenv("LOCALGHG_DATA")
	if folder == "" {
		t.Skip("LOCALGHG_DATA does not name the folder of the published tables")
	}
	file, err := os.Open(filepath.Join(folder, "reference", "korea", "gyeongnam_municipal.tsv"))
	require.NoError(t, err)
	defer file.Close()
	byPlace := map[string]string{}
	names := []string{}
	scanner := bufio.NewScanner(file)
	for scanner.Scan() {
		f := strings.Split(scanner.Text(), "\t")
		if f[0] == "municipality" || f[0] == "경상남도" {
			continue
		}
		if !slices.Contains(names, f[0]) {
			names = append(names, f[0])
		}
		if f[1] == "indirect" && f[2] == "buildings" && f[4] == "2018" {
			byPlace[f[0]] = f[5]
		}
	}
	require.NoError(t, scanner.Err())
	require.Len(t, names, 18)
	var list []rank.Peer
	for _, n := range names {
		if v, ok := byPlace[n]; ok {
			list = append(list, known(n, v))
		} else {
			list = append(list, rank.Peer{Place: ghg.PlaceID(n), Value: ghg.Undefined("no row in the source")})
		}
	}
	c := rank.Criterion{ID: "indirect buildings", Name: "indirect emissions of buildings", Unit: "ktCO2e", Better: rank.LowerIsBetter}
	p := must(rank.NewPeers("municipalities of South Gyeongsang, 2018", c, list))
	r := must(p.Ranking(rank.Competition))
	assert.Equal(t, 17, r.Len())
	assert.Equal(t, "17", must(r.Of("창원시")).Rank.String())
	assert.Equal(t, "1", must(r.Of("의령군")).Rank.String())
	// R 4.2.2, quantile(x, c(.25, .5, .75), type = 7) and 6.
	q1, q2, q3, err := p.Quartiles(rank.InclusiveQuantile)
	require.NoError(t, err)
	assert.Equal(t, []string{"105.41", "147.77", "374.72"}, []string{q1.String(), q2.String(), q3.String()})
	q1, _, q3, err = p.Quartiles(rank.ExclusiveQuantile)
	require.NoError(t, err)
	assert.True(t, q1.Equal(dec("104.09")) && q3.Equal(dec("557.605")), "%s %s", q1, q3)
	_, err = r.Of("거제시")
	var none *rank.UnrankedError
	assert.ErrorAs(t, err, &none)
}
