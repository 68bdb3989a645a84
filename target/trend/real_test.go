package trend_test

import (
	"math/big"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/trend"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// real is a published series with what R 4.2.2 says of it: lm, predict.lm,
// confint, cor.test(method = "kendall"), the median of all pairwise slopes, and
// Durbin-Watson and r1 by their formulas. Amounts and figures are kt CO2e.
type real struct {
	place   ghg.PlaceID
	years   []int
	amounts []string
	level   string // asked for 2030

	slope, intercept, slopeSE, interceptSE, sd, r2 float64
	fit, piLow, piHigh, ciLow, ciHigh              float64 // 2030; 95 % and 90 %
	slopeLow, slopeHigh, probability               float64
	dw, r1, tau, p, sen, senIntercept              float64
	s                                              int
	earliest, latest                               int
	reach                                          float64
}

func consecutive(first, last int) []int {
	var out []int
	for y := first; y <= last; y++ {
		out = append(out, y)
	}
	return out
}

var reals = []real{
	{
		// Total without LULUCF, 1996 guidelines and SAR: UNFCCC, GHG profile of
		// the Republic of Korea (2022-09-27).
		place: "KR", years: consecutive(1990, 2018), level: "536600",
		amounts: []string{"292211.23", "315390.51", "343369.99", "378765.50", "403583.74", "433716.16", "470428.66", "502054.52",
			"431384.93", "469682.09",
			"502927.77", "515965.13", "538575.87", "548462.40", "557132.94", "560799.10", "567249.30", "580776.06", "593762.93", "597917.13",
			"656265.25", "684905.57", "688259.35", "697554.16", "692031.14", "692594.77", "693609.33", "709718.15", "727638.44"},
		slope: 14668.358270936, intercept: -28848950.9363351, slopeSE: 576.015422698851, interceptSE: 1154344.96719426,
		sd: 25952.675148999, r2: 0.960028265896251,
		fit: 927816.35366502, piLow: 865545.427180616, piHigh: 990087.280149425, ciLow: 901019.011239546, ciHigh: 954613.696090495,
		slopeLow: 13486.4722486793, slopeHigh: 15850.2442931928, probability: 2.37026845786097e-13,
		dw: 0.740941988426852, r1: 0.547817595413055, tau: 0.960591133004926, s: 390,
		p:   0, // R takes 1 from 1 here and gives 4.4e-16; see TestExactKendallOracle
		sen: 14475.6628321678, senIntercept: -28462904.8784965,
	},
	{
		// Gross total within the province's management: South Gyeongsang, Carbon
		// Neutrality Support Centre (gcnc, page of emissions).
		place: "경상남도", years: consecutive(2016, 2022), level: "12460.44",
		amounts: []string{"20267.6", "20494.8", "20767.4", "20042.9", "19939.2", "19674.3", "19616.2"},
		slope:   -157.97857142854, intercept: 339073.364285651, slopeSE: 51.6498624966087, interceptSE: 104281.123544447,
		sd: 273.305382833448, r2: 0.65169674609258,
		fit: 18376.8642857146, piLow: 16734.5876305591, piHigh: 20019.14094087, ciLow: 17213.2483709265, ciHigh: 19540.4802005027,
		slopeLow: -290.748769775436, slopeHigh: -25.2083730816446, probability: 0.000123387029711874,
		dw: 1.81820332017724, r1: -0.0478215452339783, tau: -0.714285714285714, s: -15, p: 0.0301587301587302,
		sen: -161.5, senIntercept: 346169.2, earliest: 2046, reach: 2067.45080255008,
	},
	{
		// City inventory with indirect electricity; irregular years: Seoul, as
		// reported to CDP (2005 to 2017) and to the press (2019 to 2021).
		place: "서울특별시", years: []int{2005, 2013, 2015, 2017, 2019, 2020, 2021}, level: "29667",
		amounts: []string{"49445", "47612.664", "44153", "44793", "46000", "45590", "45460"},
		slope:   -254.270563779502, intercept: 558687.331275539, slopeSE: 93.3678690920477, interceptSE: 188203.547823865,
		sd: 1257.62246793961, r2: 0.597309076522033,
		fit: 42518.0868031498, piLow: 37649.8005638923, piHigh: 47386.3730424072, ciLow: 39664.7907119477, ciHigh: 45371.3828943518,
		slopeLow: -494.280312099589, slopeHigh: -14.2608154594151, probability: 0.000528693906544911,
		dw: 1.65043830222326, r1: 0.127227936062157, tau: -0.333333333333333, s: -7, p: 0.381349206349206,
		sen: -249.0625, senIntercept: 548815.3125, earliest: 2048, reach: 2080.54099307497,
	},
}

// Statistics agree with R to 10 significant digits on published series.
func TestRealSeriesAgainstR(t *testing.T) {
	for _, r := range reals {
		t.Run(string(r.place), func(t *testing.T) {
			const rel, kt = 5e-11, 1000.0
			f := fitted(t, yearly(t, r.place, ghg.Kilotonne, r.years, r.amounts))
			near(t, r.slope, f.Slope()/kt, rel)
			near(t, r.intercept, f.Intercept()/kt, rel)
			near(t, r.slopeSE, f.SlopeSE()/kt, rel)
			near(t, r.interceptSE, f.InterceptSE()/kt, rel)
			near(t, r.sd, f.ResidualSD()/kt, rel)
			r2, _ := f.RSquared()
			near(t, r.r2, r2, rel)

			i, err := f.Prediction(2030, sure)
			require.NoError(t, err)
			near(t, r.fit, i.Fit/kt, rel)
			near(t, r.piLow, i.Low/kt, rel)
			near(t, r.piHigh, i.High/kt, rel)
			i, err = f.Confidence(2030, ghg.MustShare("90%"))
			require.NoError(t, err)
			near(t, r.ciLow, i.Low/kt, rel)
			near(t, r.ciHigh, i.High/kt, rel)
			i, err = f.SlopeInterval(sure)
			require.NoError(t, err)
			near(t, r.slopeLow, i.Low/kt, rel)
			near(t, r.slopeHigh, i.High/kt, rel)

			limit := level(r.level, ghg.Kilotonne)
			p, err := f.Probability(limit, 2030)
			require.NoError(t, err)
			near(t, r.probability, p.Value, rel)
			a, ok := f.Autocorrelation()
			require.True(t, ok)
			near(t, r.dw, a.DurbinWatson, rel)
			near(t, r.r1, a.Lag1, rel)
			k, err := trend.MannKendall(f.Points())
			require.NoError(t, err)
			assert.Equal(t, r.s, k.S)
			near(t, r.tau, k.Tau, rel)
			if r.p > 0 {
				near(t, r.p, k.P, rel)
			}
			sen, err := trend.TheilSen(f.Points())
			require.NoError(t, err)
			near(t, r.sen, sen.Slope()/kt, rel)
			near(t, r.senIntercept, sen.Intercept()/kt, rel)

			at, err := f.Attainment(limit, sure)
			require.NoError(t, err)
			assert.Equal(t, []int{r.earliest, r.latest}, []int{at.Earliest, at.Latest})
			if r.slope > 0 {
				assert.Equal(t, trend.Never, at.Answer)
			} else {
				near(t, r.reach, at.Year, rel)
			}
		})
	}
}

// Least squares in exact fractions gives the same line to the last digits.
func TestLeastSquaresOracle(t *testing.T) {
	for _, r := range reals {
		var n, sx, sy, sxx, sxy big.Rat
		mul := func(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
		for i, year := range r.years {
			x := new(big.Rat).SetInt64(int64(year))
			y, ok := new(big.Rat).SetString(r.amounts[i])
			require.True(t, ok)
			y.Mul(y, big.NewRat(1000, 1))
			n.Add(&n, big.NewRat(1, 1))
			sx.Add(&sx, x)
			sy.Add(&sy, y)
			sxx.Add(&sxx, mul(x, x))
			sxy.Add(&sxy, mul(x, y))
		}
		top := new(big.Rat).Sub(mul(&n, &sxy), mul(&sx, &sy))
		bottom := new(big.Rat).Sub(mul(&n, &sxx), mul(&sx, &sx))
		slope := new(big.Rat).Quo(top, bottom)
		intercept := new(big.Rat).Quo(new(big.Rat).Sub(&sy, mul(slope, &sx)), &n)
		f := fitted(t, yearly(t, r.place, ghg.Kilotonne, r.years, r.amounts))
		want, _ := slope.Float64()
		near(t, want, f.Slope(), 1e-14)
		want, _ = intercept.Float64()
		near(t, want, f.Intercept(), 1e-14)
	}
}
