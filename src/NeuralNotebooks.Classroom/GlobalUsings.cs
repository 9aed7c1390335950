global using System.Globalization;
global using System.Text;
global using NeuralNotebooks.Engine;
global using static System.FormattableString;
