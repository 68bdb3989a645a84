package main

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/localghg/localghg/examples/internal/korean"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/strategytest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestGolden(t *testing.T) {
	for _, lang := range []string{"en", "ko"} {
		t.Run(lang, func(t *testing.T) {
			var out, errs bytes.Buffer
			require.Zero(t, run([]string{"-lang", lang}, &out, &errs), errs.String())
			path := filepath.Join("testdata", lang+".golden")
			if *update {
				require.NoError(t, os.WriteFile(path, out.Bytes(), 0o644))
			}
			want, err := os.ReadFile(path)
			require.NoError(t, err)
			assert.Equal(t, string(want), out.String())
		})
	}
}

// A plan whose quantities are counted, from the files of a town.
func TestQuantifications(t *testing.T) {
	var args []string
	for _, name := range []string{"actions", "quantifications", "factors", "baseline"} {
		args = append(args, "-"+name, "testdata/"+name+".csv")
	}
	args = append(args, "-areas", "B=건물;T=수송", "-place", "가람시", "-metric", "AR5", "-source", "기본계획 2024")
	for _, lang := range []string{"en", "ko"} {
		var out, errs bytes.Buffer
		require.Zero(t, run(append(args[:len(args):len(args)], "-lang", lang), &out, &errs), errs.String())
		path := "testdata/quantifications." + lang + ".golden"
		if *update {
			require.NoError(t, os.WriteFile(path, out.Bytes(), 0o644))
		}
		want, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.Equal(t, string(want), out.String())
		// 12000 kW × 0.617 t, and 6000 cars × (1.8 t − 2 MWh × 0.28 t)
		for _, figure := range map[string][]string{"en": {"14.844 kt", "7.404 kt", "7.44 kt"}, "ko": {"1.4844만톤", "0.7404만톤", "0.744만톤"}}[lang] {
			assert.Contains(t, out.String(), figure)
		}
	}
	var out, errs bytes.Buffer
	assert.Equal(t, 1, run(append(args, "-quantifications", "testdata/factors.csv"), &out, &errs))
	assert.Contains(t, errs.String(), "the column is missing")
	errs.Reset()
	assert.Equal(t, 1, run(append(args, "-quantifications", "testdata/factors.csv", "-lang", "ko"), &out, &errs))
	assert.Contains(t, errs.String(), "열이 없습니다")
}

// Figures that were worked out by hand, in both languages.
func TestFigures(t *testing.T) {
	english, err := report(false)
	require.NoError(t, err)
	korean, err := report(true)
	require.NoError(t, err)
	for _, want := range []string{
		"204126",     // 260000 × 0.7851
		"55874",      // the partner's: 260000 − 204126
		"135000",     // 1312000 − 1177000
		"16909",      // 1.86 bn / 110000
		"79352.6877", // 75.1 kg × 1056627
		"200%",       // 2.45 Mt / (2.45 million × 1 t × 50 %)
		"22.39%",     // 950 / (9430 × 0.45)
		"23.54%",     // 950 / (8970 × 0.45)
		"55.59%",     // 45 + 950/8970
		"30.5%",      // 1 − (0.4173 − 7 × (0.4509 − 0.4173)/2) / 0.4312
	} {
		assert.Contains(t, english, want)
		assert.Contains(t, korean, want)
	}
	assert.Contains(t, english, "gap 3293.5 kt")
	assert.Contains(t, korean, "부족 308.65만톤")
	assert.Contains(t, english, "289.75 kt") // 950 × 30.5 %
	assert.Contains(t, english, "371.864 kt")
}

func TestUsage(t *testing.T) {
	var out, errs bytes.Buffer
	assert.Equal(t, 2, run([]string{"-lang", "fr"}, &out, &errs))
	assert.Contains(t, errs.String(), "allowed are en and ko")
	assert.Equal(t, 2, run([]string{"more"}, &out, &errs))
	assert.Equal(t, 2, run([]string{"-x"}, &out, &errs))
	assert.Equal(t, 0, run([]string{"-h"}, &out, &errs))
	assert.Equal(t, 1, run(nil, broken{}, &errs))
	assert.Empty(t, out.String())
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("no paper") }

// What is not in the table of figures ends the report.
func TestMissingFigure(t *testing.T) {
	p := &page{}
	p.figure("none")
	assert.ErrorContains(t, p.err, `no published figure "none"`)
	p.keep(errors.New("second"))
	assert.NotContains(t, p.err.Error(), "second")
}

// The plan of the quick start, from files.
func TestOwnPlan(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{
		"actions": "관리번호,사업명,부문,팀\nE-1,단열 개선,Energy,\nE-2,고효율 보일러,Energy,x\nT-1,전기버스,Transport,\n",
		"effects": "action,kind,category,fuel,interaction,year,amount,unit,share\nE-1,expected,I.1.1,gas,overlapping,2030,,,30%\n" +
			"E-2,expected,I.1.1,gas,overlapping,2030,,,20%\nT-1,expected,II.1.1,diesel,overlapping,2030,1.2,만톤,\n",
		"baseline": "category,fuel,year,amount,unit\nI.1.1,gas,2030,40,천톤\nII.1.1,diesel,2030,25,천톤\nrest,,2030,35,천톤\n",
	}
	var args []string
	for name, text := range files {
		path := filepath.Join(dir, name+".csv")
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
		args = append(args, "-"+name, path)
	}
	args = append(args, "-areas", "E=Energy;T=Transport", "-place", "대구", "-metric", "AR5", "-source", "council, 2024")
	tell := func(want int, more ...string) string {
		var out, errs bytes.Buffer
		assert.Equal(t, want, run(append(args[:len(args):len(args)], more...), &out, &errs), errs.String())
		return out.String() + errs.String()
	}
	english := tell(0)
	for _, want := range []string{"대구 in 2030: cut 29.6 kt, left 70.4 kt; 2.4 kt would be counted twice", "E-1 단열 개선: 10.8 kt",
		"T-1 전기버스: 12 kt",
		`actions.csv, column-not-read: the column "팀" is not read`} {
		assert.Contains(t, english, want)
	}
	assert.Contains(t, tell(0, "-lang", "ko"), "감축 2.96만톤")
	assert.Contains(t, tell(1, "-year", "2035"), "no figures for 2035")
	assert.Contains(t, tell(1, "-metric", "AR9"), "-metric")
	assert.Contains(t, tell(1, "-delimiter", ";;"), "one character")
	assert.Contains(t, tell(1, "-areas", ""), "-areas")
	assert.Contains(t, tell(1, "-effects", filepath.Join(dir, "none.csv")), "none.csv")
	bad := filepath.Join(dir, "bad.csv")
	require.NoError(t, os.WriteFile(bad, []byte("action,kind,category,year,amount,unit\nE-1,expected,I.1.1,2030,\"1,900\",t\n"), 0o644))
	assert.Contains(t, tell(1, "-effects", bad), "line 2, amount \"1,900\"")
}

// In Korean nothing is left in English but names.
func TestKorean(t *testing.T) {
	text, err := report(true)
	require.NoError(t, err)
	assert.Empty(t, korean.English(text))
	golden, err := os.ReadFile("testdata/quantifications.ko.golden")
	require.NoError(t, err)
	assert.Empty(t, korean.English(string(golden)))
}

// The plan of a town and that of the published actions are read back from their documents,
// and come to the same.
func TestPlansThroughJSON(t *testing.T) {
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	var o own
	o.register(flags)
	require.NoError(t, flags.Parse([]string{"-actions", "testdata/actions.csv", "-quantifications", "testdata/quantifications.csv",
		"-factors", "testdata/factors.csv", "-baseline", "testdata/baseline.csv", "-areas", "B=건물;T=수송", "-place", "가람시",
		"-metric", "AR5", "-source", "기본계획 2024"}))
	plan, base, _, err := o.plan()
	require.NoError(t, err)
	strategytest.ReadBack(t, plan, base, strategy.JSONFormat{Views: []ghg.View{gpc.Basic}})
	p := &page{}
	plan, base, err = p.electricity(ghg.MustCO2e("1 MtCO2e"), ghg.MustShare("50%"))
	require.NoError(t, err)
	strategytest.ReadBack(t, plan, base, strategy.JSONFormat{Views: []ghg.View{plan.View()}, Schemes: []ghg.Scheme{gpc.Scheme}})
}
