"""Rivers and lakes of GSHHG and WDBII, read from the netCDF files of the Debian package gmt-gshhg-full.

The files cut the world into bins of one degree, west to east from the Greenwich meridian, north to south. A segment is a
row of points inside its bin, in 1/65535 of the bin's side from its south-west corner. Format: “shore.c” and
“gmt_shore.h” of the Generic Mapping Tools.
"""

import math

from osgeo import gdal
from shapely import clip_by_rect
from shapely.geometry import LineString
from shapely.ops import linemerge, polygonize, unary_union

from geodata import DECIMALS

FOLDER = "/usr/share/gmt-gshhg/"
REGION = (-11, 40, 17, 54)  # west south east north
LAKE_LEVEL = 2  # 1 is the sea's shore, 3 islands in lakes
KM_PER_DEGREE = 111.3

gdal.UseExceptions()


class Bins:
    def __init__(self, name, levels, counts, level_of, count_of):
        root = gdal.OpenEx(FOLDER + name, gdal.OF_MULTIDIM_RASTER).GetRootGroup()

        def read(array):
            return root.OpenMDArray(array).ReadAsArray()
        self.minutes = int(read("Bin_size_in_minutes")[0])
        self.columns = int(read("N_bins_in_360_longitude_range")[0])
        self.first_segment, self.segments = read("Id_of_first_segment_in_a_bin"), read("N_segments_in_a_bin")
        self.levels, self.counts = level_of(read(levels)), count_of(read(counts))
        self.first_point = read("Id_of_first_point_in_a_segment")
        self.x = read("Relative_longitude_from_SW_corner_of_bin").astype("uint16")
        self.y = read("Relative_latitude_from_SW_corner_of_bin").astype("uint16")

    def lines(self):
        """Pairs (level, line) of the bins that touch the region, cut at its edge."""
        side = self.minutes / 60
        west, south, east, north = REGION
        for number in range(len(self.segments)):
            bin_west = number % self.columns * side
            bin_west -= 360 if bin_west >= 180 else 0
            bin_south = 90 - (number // self.columns + 1) * side
            if not (west - side < bin_west < east and south - side < bin_south < north):
                continue
            first = int(self.first_segment[number])
            for segment in range(first, first + int(self.segments[number])):
                begin, count = int(self.first_point[segment]), int(self.counts[segment])
                if count < 2:
                    continue
                points = [(round(bin_west + side * float(x) / 65535, DECIMALS), round(bin_south + side * float(y) / 65535, DECIMALS))
                          for x, y in zip(self.x[begin:begin + count], self.y[begin:begin + count])]
                line = clip_by_rect(LineString(points), *REGION)
                if not line.is_empty:
                    yield int(self.levels[segment]), line


def rivers():
    """Pairs (level, line): 1 to 4 permanent rivers of decreasing rank, higher ones intermittent or canals."""
    bins = Bins("binned_river_f.nc", "Hierarchial_level_of_a_segment", "N_points_for_a_segment",
                level_of=lambda a: a, count_of=lambda a: a)
    by_level = {}
    for level, line in bins.lines():
        if 1 <= level <= 10:  # 0 are banks of wide rivers
            by_level.setdefault(level, []).append(line)
    result = []
    for level, lines in sorted(by_level.items()):
        joined = unary_union(lines)
        joined = linemerge(joined) if joined.geom_type == "MultiLineString" else joined
        result += [(level, line) for line in getattr(joined, "geoms", [joined])]
    return result


def lakes():
    """Pairs (square kilometres, polygon)."""
    packed = "Embedded_npts_levels_exit_entry_for_a_segment"  # points << 9 | level << 6 | exit << 3 | entry
    bins = Bins("binned_GSHHS_f.nc", packed, packed, level_of=lambda a: a >> 6 & 7, count_of=lambda a: a >> 9)
    shores = [line for level, line in bins.lines() if level == LAKE_LEVEL]
    result = []
    for polygon in polygonize(unary_union(shores)):
        scale = KM_PER_DEGREE ** 2 * math.cos(math.radians(polygon.centroid.y))
        result.append((round(polygon.area * scale, 2), polygon))
    return result
