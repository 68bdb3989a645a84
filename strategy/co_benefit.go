package strategy

// CoBenefit is what an action does beside cutting emissions: for air, health,
// jobs. It is never folded into CO2e.
type CoBenefit struct {
	Key string // "air quality"
	// Score is from -2, much worse, to 2, much better.
	Score int
	// Value is what one year of it is worth, where that is known.
	Value    Money
	Evidence string
}

// ValidScore reports whether the score lies from -2 to 2.
func (c CoBenefit) ValidScore() bool { return c.Score >= -2 && c.Score <= 2 }
