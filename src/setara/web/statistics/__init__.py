"""Pages on data by sex, disparities and issues."""
