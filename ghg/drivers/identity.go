package drivers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// What an identity and the names in it may have.
const (
	MaxFactors = 8
)

// Factor is one factor of an identity: what it is called, the unit that its
// values are in, and in whose hands it is.
type Factor struct {
	Name        string
	Unit        string // "" for a number without one, such as a share
	Attribution Attribution
}

// String is the name with the unit: "grid factor [tCO2e/MWh]".
func (f Factor) String() string {
	if f.Unit == "" {
		return f.Name
	}
	return f.Name + " [" + f.Unit + "]"
}

// Identity says which factors multiply to an amount: emissions = floor area ×
// electricity per floor area × grid factor. It is immutable; the zero Identity
// has no factors and is refused where they are needed.
type Identity struct {
	unit      string
	tolerance ghg.Share
	factors   []Factor
}

// NewIdentity makes an identity of 1 to [MaxFactors] factors with distinct
// names. The unit is that of the product. The tolerance is how far an amount
// that is stated beside the factors may lie from their product, as a share of
// the amount; it has to be said, 0% where they must agree.
func NewIdentity(unit string, tolerance ghg.Share, factors ...Factor) (Identity, error) {
	switch {
	case unit == "" || len(unit) > ghg.MaxName:
		return Identity{}, fmt.Errorf("an identity needs the unit of its product, such as tCO2e, of at most %d bytes", ghg.MaxName)
	case tolerance.IsUnset():
		return Identity{}, fmt.Errorf("an identity needs a tolerance for stated amounts, such as 0.1%%; 0%% has to be said")
	case tolerance.Cmp(ghg.Share{}) < 0 || tolerance.Complement().Cmp(ghg.Share{}) <= 0:
		return Identity{}, fmt.Errorf("the tolerance of an identity is %s: from 0%% to below 100%% is allowed", tolerance)
	case len(factors) < 1 || len(factors) > MaxFactors:
		return Identity{}, fmt.Errorf("an identity of %d factors: 1 to %d are allowed", len(factors), MaxFactors)
	}
	for i, f := range factors {
		switch {
		case f.Name == "" || len(f.Name) > ghg.MaxName || len(f.Unit) > ghg.MaxName:
			return Identity{}, fmt.Errorf("factor %d of the identity needs a name; it and its unit have at most %d bytes", i+1, ghg.MaxName)
		case int(f.Attribution) >= attributions:
			return Identity{}, fmt.Errorf("factor %q has an attribution that does not exist: see AllAttributions", f.Name)
		case slices.ContainsFunc(factors[:i], func(o Factor) bool { return o.Name == f.Name }):
			return Identity{}, fmt.Errorf("factor %q is twice in the identity", f.Name)
		}
	}
	return Identity{unit, tolerance, slices.Clone(factors)}, nil
}

// IsZero reports whether the identity is the zero Identity.
func (id Identity) IsZero() bool { return len(id.factors) == 0 }

// Unit is the unit of the product.
func (id Identity) Unit() string { return id.unit }

// Tolerance is how far a stated amount may lie from the product.
func (id Identity) Tolerance() ghg.Share { return id.tolerance }

// Factors are the factors in their order.
func (id Identity) Factors() []Factor { return slices.Clone(id.factors) }

// Equal reports whether two identities have the same factors, unit and
// tolerance.
func (id Identity) Equal(o Identity) bool {
	return id.unit == o.unit && id.tolerance.Equal(o.tolerance) && slices.Equal(id.factors, o.factors)
}

// String is the identity as an equation.
func (id Identity) String() string {
	if id.IsZero() {
		return "no factors"
	}
	names := make([]string, len(id.factors))
	for i, f := range id.factors {
		names[i] = f.String()
	}
	return id.unit + " = " + strings.Join(names, " × ")
}
