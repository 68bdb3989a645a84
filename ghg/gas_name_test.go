package ghg_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The single substances of ANSI/ASHRAE Standard 34-2019, Table 4-1: each is a row of
// the table, or refused by its name.
func TestRefrigerantNumbers(t *testing.T) {
	for number, code := range map[string]string{
		"R-11": "CFC-11", "R-12": "CFC-12", "R-12B1": "Halon-1211", "R-13": "CFC-13", "R-13B1": "Halon-1301", "R-14": "PFC-14",
		"R-21": "HCFC-21", "R-22": "HCFC-22", "R-23": "HFC-23", "R-30": "CH2Cl2", "R-31": "HCFC-31", "R-32": "HFC-32", "R-40": "CH3Cl",
		"R-41": "HFC-41", "R-50": "CH4", "R-113": "CFC-113", "R-114": "CFC-114", "R-115": "CFC-115", "R-116": "PFC-116",
		"R-123": "HCFC-123", "R-124": "HCFC-124", "R-125": "HFC-125", "R-134a": "HFC-134a", "R-141b": "HCFC-141b",
		"R-142b": "HCFC-142b", "R-143a": "HFC-143a", "R-152a": "HFC-152a", "R-170": "C2H6", "R-E170": "CH3OCH3", "R-218": "PFC-218",
		"R-227ea": "HFC-227ea", "R-236fa": "HFC-236fa", "R-245fa": "HFC-245fa", "R-290": "C3H8", "R-C318": "PFC-C-318",
		"R-600": "n-C4H10", "R-600a": "HC-600a", "R-601": "HC-601", "R-601a": "HC-601a", "R-744": "CO2", "R-744A": "N2O",
		"R-1130(E)": "HCO-1130(E)", "R-1132a": "HFO-1132a", "R-1233zd(E)": "HCFO-1233zd(E)", "R-1234yf": "HFO-1234yf",
		"R-1234ze(E)": "HFO-1234ze(E)", "R-1270": "HO-1270", "R-1336mzz(E)": "HFO-1336mzz(E)", "R-1336mzz(Z)": "HFO-1336mzz(Z)",
		// And others that are in use.
		"R-10": "CCl4", "R-13I1": "CF3I", "R-114B2": "Halon-2402", "R-161": "HFC-161", "R-365mfc": "HFC-365mfc", "R-1123": "HFO-1123",
		"R-1336mzz": "HFO-1336mzz(Z)", "R-1234ze": "HFO-1234ze(E)", "R-1233zd": "HCFO-1233zd(E)", "R-1234ze(Z)": "HFO-1234ze(Z)",
		"R-E125": "HFE-125", "R-E347mcc3": "HFE-347mcc3", "R-507": "R-507A", "R-508": "R-508A", "R-509": "R-509A",
	} {
		bare := strings.TrimPrefix(number, "R-")
		for _, s := range []string{number, "R" + bare, "r " + strings.ToLower(bare), "Refrigerant " + bare} {
			g, err := ghg.ParseGas(s)
			require.NoError(t, err, s)
			assert.Equal(t, code, g.String(), s)
		}
	}
	for number, name := range map[string]string{
		"R-610": "diethyl ether", "R-611": "methyl formate", "R-630": "methylamine", "R-631": "ethylamine", "R-702": "hydrogen",
		"R-704": "helium", "R-717": "ammonia", "R-718": "water", "R-720": "neon", "R-728": "nitrogen", "R-729": "air", "R-732": "oxygen",
		"R-740": "argon", "R-764": "sulfur dioxide", "R-1150": "ethene (ethylene)", "Refrigerant 717": "ammonia", "r1224yd(z)": "(Z)-1-chloro",
	} {
		_, err := ghg.ParseGas(number)
		assert.ErrorContains(t, err, "it is "+name, number)
		assert.ErrorContains(t, err, "no warming potential in the reports of the table", number)
	}
}

// A code with a refrigerant number is known by every prefix that may stand before
// the number.
func TestNumbersOfEverySpecies(t *testing.T) {
	known := 0
	for g := range ghg.AllGases() {
		prefix, number, ok := strings.Cut(g.String(), "-")
		for _, other := range map[string][]string{"CFC": {"R"}, "HCFC": {"R"}, "HFC": {"R"}, "HFO": {"R", "HFC"}, "HCFO": {"R", "HCFC"},
			"PFC": {"R", "FC"}, "HC": {"R"}, "HO": {"R", "HC"}, "HFE": {"R-E"}, "HCFE": {"R-E"}, "R": {"Refrigerant"}}[prefix] {
			if !ok {
				continue
			}
			same, err := ghg.ParseGas(other + number)
			require.NoError(t, err, g)
			assert.Equal(t, g, same, other+number)
			if base, isomer, has := strings.Cut(strings.TrimSuffix(number, ")"), "("); has {
				assert.Equal(t, g, ghg.MustGas("("+isomer+")-"+prefix+"-"+base))
				assert.Equal(t, g, ghg.MustGas(other+base+isomer))
			}
			known++
		}
	}
	assert.Greater(t, known, 250)
}

func TestGasNames(t *testing.T) {
	for code, names := range map[string][]string{
		"CO2": {"Carbon dioxide", "carbon-dioxide", "CARBON DIOXIDE", "이산화탄소", "탄산가스", "ＣＯ２",
			"\u110b\u1175\u1109\u1161\u11ab\u1112\u116a\u1110\u1161\u11ab\u1109\u1169"},
		"CH4":            {"Methane", "메탄"},
		"CH4-fossil":     {"fossil methane", "화석 메탄"},
		"CH4-nonfossil":  {"biogenic methane", "비화석 메탄"},
		"N2O":            {"Nitrous oxide", "아산화질소"},
		"SF6":            {"Sulphur hexafluoride", "sulfur hexafluoride", "육불화황"},
		"NF3":            {"Nitrogen trifluoride", "삼불화질소"},
		"PFC-14":         {"CF4", "tetrafluoromethane", "사불화탄소", "FC-14"},
		"PFC-C-318":      {"PFC-318", "c-C4F8", "perfluorocyclobutane", "RC318"},
		"HFO-1234yf":     {"HFC-1234yf", "2,3,3,3-tetrafluoroprop-1-ene"},
		"HFO-1336mzz(Z)": {"(Z)-HFC-1336mzz", "(Z)-HFC-1336", "HFO-1336mzz-Z", "HFC1336mzz"},
		"HFC-134a":       {"1,1,1,2-tetrafluoroethane", "Refrigerant 134a"},
		"HFE-347mmz1":    {"sevoflurane"},
		"HG'-01":         {"HG’-01", "HG′-01"},
		"C3H8":           {"Propane", "프로판", "HC-290"},
		"CH3OCH3":        {"dimethyl ether", "DME"},
	} {
		for _, s := range names {
			g, err := ghg.ParseGas(s)
			require.NoError(t, err, s)
			assert.Equal(t, code, g.String(), s)
		}
	}
}

// A number that lacks letters is refused with those that may be meant.
func TestNumberWithoutItsLetter(t *testing.T) {
	for text, among := range map[string]string{
		"R-410": "R-410A or R-410B", "r404": "R-404A", "HFC-1225ye": "HFO-1225ye(Z) or HFO-1225ye(E)", "R-142": "HCFC-142b",
		"HFC-236": "HFC-236cb or HFC-236ea or HFC-236fa",
		"R-1234":  "HFO-1234ze(Z) or HFO-1234ze(E) or HFO-1234yf", "R-999": "write a species as HFC-134a", "CF3": "write a species as HFC-134a",
		"R": "write a species",
	} {
		_, err := ghg.ParseGas(text)
		require.Error(t, err, text)
		if strings.Contains(among, "write") {
			assert.ErrorContains(t, err, among, text)
			continue
		}
		assert.ErrorContains(t, err, "its number goes on with the letters of a blend or an isomer: write "+among, text)
	}
}

func TestGroupsAreNoGas(t *testing.T) {
	for _, text := range []string{"수소불화탄소", "과불화탄소류", "온실가스", "GHGs", "F-gas"} {
		_, err := ghg.ParseGas(text)
		assert.ErrorContains(t, err, "it names a group of gases", text)
	}
}

// Blanks and hyphens anywhere, capitals or small letters, whole or subscript
// figures: every spelling of the tables stays what it is.
func TestSpellingsFold(t *testing.T) {
	random := rand.New(rand.NewPCG(10, 4))
	header, rows := tsv(t, "data/gwp.tsv")
	for _, row := range rows {
		for _, s := range append(strings.Split(row[header["aliases"]], " | "), row[0], row[header["name"]]) {
			if s == "" {
				continue
			}
			var b strings.Builder
			for _, r := range s {
				switch random.IntN(4) {
				case 0:
					b.WriteString([]string{"-", " ", "\u2011", "\u2013", "\u00a0"}[random.IntN(5)])
				case 1:
					r = unicode.ToLower(r)
				case 2:
					r = unicode.ToUpper(r)
				case 3:
					if r >= '0' && r <= '9' {
						r += '₀' - '0'
					}
				}
				b.WriteRune(r)
			}
			if b.Len() > 200 {
				continue
			}
			g, err := ghg.ParseGas(b.String())
			require.NoError(t, err, "%q", b.String())
			assert.Equal(t, row[0], g.String(), "%q", b.String())
		}
	}
}

// What a gas is written as is read as that gas: alone, in a mass and in a file.
func TestEveryGasIsReadBack(t *testing.T) {
	var records []ghg.Record
	for g := range ghg.AllGases() {
		text, err := g.MarshalText()
		require.NoError(t, err)
		var same ghg.Gas
		require.NoError(t, same.UnmarshalText(text))
		assert.Equal(t, g, same)
		m := of(ghg.MustMass("1.5 kg"), g)
		again, err := ghg.ParseMass(m.String())
		require.NoError(t, err, g)
		assert.True(t, m.Equal(again), "%s", g)
		records = append(records, ghg.Record{Place: "Daegu", Period: ghg.CalendarYear(2022), Gas: g,
			Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "IV.1"}, Value: ghg.Emitted(m)})
	}
	var file bytes.Buffer
	require.NoError(t, ghg.WriteCSV(&file, records))
	read, report, err := ghg.ReadCSV(&file, ghg.CSVFormat{Scheme: gpc.Scheme})
	require.NoError(t, err)
	require.Zero(t, report.Faults.Len(), "%v", report.Faults)
	require.Len(t, read, len(records))
	for i, r := range read {
		assert.Equal(t, records[i].Gas, r.Gas)
	}
}

func TestGasWords(t *testing.T) {
	met := map[uint16]ghg.Gas{ghg.Gas{}.Word(): {}}
	for g := range ghg.AllGases() {
		if other, twice := met[g.Word()]; twice {
			t.Error(g, other)
		}
		met[g.Word()] = g
	}
}
