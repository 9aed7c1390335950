Console.Error.WriteLine("This program is started by nn grade, once for each submission. To grade assignments, use nn grade.");
return 64;
