global using Interval = (double From, double To);
global using Point = (double X, double Y);
