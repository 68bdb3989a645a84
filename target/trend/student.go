package trend

import "math"

// normalUpper is P(Z > z) of the standard normal distribution.
func normalUpper(z float64) float64 { return math.Erfc(z/math.Sqrt2) / 2 }

// studentUpper is P(T > t) of Student's t distribution with df degrees of
// freedom, which need not be whole, right far into the upper tail:
//
//	P(T > t) = I_x(df/2, 1/2)/2, x = df/(df + t²)    for t >= 0
//
// where I is the regularized incomplete beta function.
func studentUpper(t, df float64) float64 {
	if t < 0 {
		return 1 - studentUpper(-t, df)
	}
	a, b, r := df/2, 0.5, t/df*t
	if math.IsInf(r, 1) {
		return 0
	}
	l := math.Log1p(r)
	logX, logY := -l, math.Log(r)-l // of x and of 1 - x, neither by a subtraction
	if r == 0 {
		return 0.5
	}
	x, y := 1/(1+r), r/(1+r)
	if x <= (a+1)/(a+b+2) { // the continued fraction converges fast on this side
		return betaSide(a, b, x, logX, logY) / 2
	}
	return 0.5 - betaSide(b, a, y, logY, logX)/2
}

// betaSide is I_x(a, b) by its continued fraction, evaluated from the front
// (Lentz's method):
//
//	I = x^a (1-x)^b/(a B(a, b)) × 1/(1 + d1/(1 + d2/(1 + …)))
func betaSide(a, b, x, logX, logY float64) float64 {
	const tiny, steps = 1e-300, 1000
	away := func(v float64) float64 { // from 0
		if math.Abs(v) < tiny {
			return tiny
		}
		return v
	}
	c, d := 1.0, 1/away(1-(a+b)*x/(a+1))
	f := d
	for i := 1; i <= steps; i++ {
		m := float64(i)
		even := m * (b - m) * x / ((a + 2*m - 1) * (a + 2*m))
		odd := -(a + m) * (a + b + m) * x / ((a + 2*m) * (a + 2*m + 1))
		d = 1 / away(1+even*d)
		c = away(1 + even/c)
		f *= c * d
		d = 1 / away(1+odd*d)
		c = away(1 + odd/c)
		step := c * d
		f *= step
		if math.Abs(step-1) < 1e-16 {
			break
		}
	}
	return math.Exp(a*logX+b*logY-logBeta(a, b)) / a * f
}

// logBeta is ln B(a, b).
func logBeta(a, b float64) float64 {
	la, _ := math.Lgamma(a)
	lb, _ := math.Lgamma(b)
	lab, _ := math.Lgamma(a + b)
	return la + lb - lab
}

// studentQuantile is the t with P(T > t) = upper, for an upper tail from above 0
// to one half. Newton's method on the logarithm of the tail, kept between two
// bounds that close in.
func studentQuantile(upper, df float64) float64 {
	low, high := 0.0, 1.0
	for studentUpper(high, df) > upper {
		low, high = high, high*2
	}
	t := (low + high) / 2
	for range 200 {
		p := studentUpper(t, df)
		if p > upper {
			low = t
		} else {
			high = t
		}
		density := math.Exp(-(df+1)/2*math.Log1p(t/df*t)-logBeta(df/2, 0.5)) / math.Sqrt(df)
		next := t + math.Log(p/upper)*p/density
		if !(next > low && next < high) {
			next = low + (high-low)/2
		}
		if math.Abs(next-t) <= 1e-16*t {
			return next
		}
		t = next
	}
	return t
}
