package ghg

import "iter"

// Dimension is what a unit measures or counts. Amounts of two dimensions do not
// meet; what is counted is a dimension of its own, so that persons and
// households are not added. Money is none. The zero Dimension is none.
type Dimension uint8

// The dimensions of activity data.
const (
	DimensionEnergy            Dimension = iota + 1
	DimensionMass                        // of what is burnt, treated or sold
	DimensionVolume                      // of a liquid, or of a gas
	DimensionDistance                    // of a road or a trip
	DimensionVehicleDistance             // vehicle-kilometres
	DimensionPassengerDistance           // passenger-kilometres
	DimensionFreight                     // tonne-kilometres
	DimensionArea                        // of floors or of land
	DimensionPower                       // capacity of a plant
	DimensionHeads                       // of livestock
	DimensionPersons
	DimensionHouseholds
	DimensionVehicles // cars and machines
	DimensionTrees
	DimensionItems // whatever else is counted
	DimensionUses  // how often something is used
)

// dimensions are the names of the dimensions in English and Korean, and the unit
// that each is kept in.
var dimensions = [...]struct{ name, korean, base string }{
	{"no dimension", "차원 없음", ""},
	{"energy", "에너지", "MJ"},
	{"mass", "질량", "t"},
	{"volume", "부피", "m3"},
	{"distance", "거리", "km"},
	{"vehicle-distance", "차량 주행거리", "vehicle-km"},
	{"passenger-distance", "여객 수송거리", "passenger-km"},
	{"freight", "화물 수송량", "t-km"},
	{"area", "면적", "m2"},
	{"power", "설비용량", "kW"},
	{"heads", "가축 두수", "head"},
	{"persons", "인구", "person"},
	{"households", "가구", "household"},
	{"vehicles", "차량·기기", "vehicle"},
	{"trees", "수목", "tree"},
	{"items", "개수", "item"},
	{"uses", "이용횟수", "use"},
}

// AllDimensions yields the dimensions.
func AllDimensions() iter.Seq[Dimension] {
	return func(yield func(Dimension) bool) {
		for d := DimensionEnergy; d <= DimensionUses; d++ {
			if !yield(d) {
				return
			}
		}
	}
}

// String is the name in English: "energy".
func (d Dimension) String() string {
	if int(d) < len(dimensions) {
		return dimensions[d].name
	}
	return nameOf(nil, int(d))
}

// Korean is the name in Korean: "에너지".
func (d Dimension) Korean() string {
	if int(d) < len(dimensions) {
		return dimensions[d].korean
	}
	return d.String()
}

// Base is the unit that amounts of the dimension add up in where their own units
// have no exact sum: MJ, t, m3, km.
func (d Dimension) Base() Unit {
	if int(d) < len(dimensions) {
		return Unit{dimensions[d].base}
	}
	return Unit{}
}

// CalorificBasis says which heat of a fuel an amount of energy counts. The zero
// CalorificBasis is none: electricity and delivered heat have none, and of a
// fuel's energy it is not stated.
type CalorificBasis uint8

// The net calorific value (lower heating value, 순발열량) leaves out the heat of
// the water that condenses; the gross one (higher heating value, 총발열량) holds
// it. The IPCC's factors are per net TJ (2006 Guidelines, volume 2, chapter
// 1.4.1.2); Korean bills of city gas count gross MJ.
const (
	NetCalorific CalorificBasis = iota + 1
	GrossCalorific
)

// String is "net", "gross", or "" for none.
func (b CalorificBasis) String() string { return nameOf([]string{"", "net", "gross"}, int(b)) }

// Korean is "순발열량", "총발열량", or "" for none.
func (b CalorificBasis) Korean() string {
	return nameOf([]string{"", "순발열량", "총발열량"}, int(b))
}
