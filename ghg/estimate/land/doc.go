// Package land estimates what agriculture, forestry and other land use emit and remove.
package land
